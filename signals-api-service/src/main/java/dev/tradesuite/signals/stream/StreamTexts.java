package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.signals.FeedErrorCode;

/** What the feed itself says to a client. */
public interface StreamTexts {

    /** The first message. */
    String connection();

    /** How everything that is wanted stands. */
    String snapshot(StreamSnapshot snapshot, Subscription wanted);

    /**
     * A sign of life.
     *
     * @param seq number of the newest message before it; below 0: none
     */
    String heartbeat(long seq);

    /**
     * A mistake of the client.
     *
     * @param message what is wrong with what it said
     */
    String error(FeedErrorCode code, String message);
}
