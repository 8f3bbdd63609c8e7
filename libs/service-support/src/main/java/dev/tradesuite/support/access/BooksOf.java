package dev.tradesuite.support.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a handler is the id of something that belongs to books, such as an order: who does not own the books
 * does not find it.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BooksOf {

    /** What it is the id of; the name of a {@link BooksFinder}. */
    String value();

    /** Whether the request may name one that is not there yet. */
    boolean mayBeNew() default false;
}
