package dev.tradesuite.support.access;

import java.util.List;
import org.springframework.core.MethodParameter;

/**
 * Which books a body names, where its {@code @AccountId} components do not say it all, such as an account that is the
 * usual one when left out: a bean of the service that takes the body.
 */
public interface BodyBooks<T> {

    /** Of the body. */
    Class<T> type();

    /**
     * The books it names.
     *
     * @param body as it was sent: its constraints are not checked yet
     * @param where parameter of the handler it is for
     */
    List<OwnedBooks> named(T body, MethodParameter where);

    /** What a name in it is the name of: {@code account} or {@code portfolio}. */
    default String of() {
        return GuardedParameter.ACCOUNT;
    }
}
