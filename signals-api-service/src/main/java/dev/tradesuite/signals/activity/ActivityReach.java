package dev.tradesuite.signals.activity;

import java.util.Set;

/** Whom something that happened may be shown to. */
public sealed interface ActivityReach {

    /** Everybody who may read. */
    record Readers() implements ActivityReach {}

    /**
     * Whoever owns all of these books, and administrators.
     *
     * @param accounts the books as accounts, {@code portfolio-<number>} of a portfolio; never empty
     */
    record Books(Set<String> accounts) implements ActivityReach {

        public Books {
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("nobody's books are for readers");
            }
            accounts = Set.copyOf(accounts);
        }
    }

    /** Administrators alone. */
    record Administrators() implements ActivityReach {}

    /** Of one account. */
    static ActivityReach ofAccount(String account) {
        return new Books(Set.of(account));
    }
}
