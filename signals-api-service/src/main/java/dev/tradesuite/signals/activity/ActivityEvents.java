package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.stream.StreamAudience;

/** Tells the feed of a line. */
@FunctionalInterface
public interface ActivityEvents {

    /**
     * Tells it together with the transaction under way.
     *
     * @param audience whom it may reach
     */
    void added(long id, Happening what, StreamAudience audience);
}
