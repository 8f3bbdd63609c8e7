package dev.tradesuite.contracts.signals;

/** Whom a message of the feed may reach. */
public enum FeedReach {
    /** Whoever has shown a token with the scope trade:read. */
    READERS,
    /** Whoever owns all books it is about, and administrators. */
    OWNER
}
