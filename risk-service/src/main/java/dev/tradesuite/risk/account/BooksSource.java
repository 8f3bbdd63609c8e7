package dev.tradesuite.risk.account;

/** Asks the books about an account that no event has told of yet. */
@FunctionalInterface
public interface BooksSource {

    /** The account as the books have it now. */
    Answer ask(String accountId);

    /** What the books say. */
    sealed interface Answer {

        /** The account. */
        record Found(BooksReport report) implements Answer {}

        /** There is no such account. */
        record NoSuchAccount() implements Answer {}

        /**
         * The books cannot be read.
         *
         * @param message why
         */
        record Unavailable(String message) implements Answer {}
    }
}
