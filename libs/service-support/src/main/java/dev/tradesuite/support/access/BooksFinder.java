package dev.tradesuite.support.access;

import java.util.List;
import java.util.Optional;

/** Finds whose books something belongs to, such as an order: a bean of the service that keeps it. */
public interface BooksFinder {

    /** What it finds the books of, such as {@code order}; {@link BooksOf} says the same. */
    String name();

    /**
     * The books of one.
     *
     * @param id as the request has it
     * @return empty when there is no such thing; no books when it belongs to none
     * @throws IllegalArgumentException when it is no id
     */
    Optional<List<OwnedBooks>> find(String id);
}
