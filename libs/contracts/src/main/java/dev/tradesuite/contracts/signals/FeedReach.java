package dev.tradesuite.contracts.signals;

/** Whom a message of the feed may reach. */
public enum FeedReach {
    /** Whoever has shown a token with the scope trade:read. */
    READERS,
    /** The owner of the books it is about, and administrators. */
    OWNER
}
