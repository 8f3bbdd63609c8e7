package dev.tradesuite.portfolio.monitoring;

import java.util.List;
import java.util.Optional;

/** Asks the books. Every question throws a ServiceUnavailableException when they do not answer. */
public interface WatchedBooks {

    /** Every account. */
    List<WatchedAccount> accounts();

    /** One account; empty when there is none. */
    Optional<WatchedAccount> find(String id);
}
