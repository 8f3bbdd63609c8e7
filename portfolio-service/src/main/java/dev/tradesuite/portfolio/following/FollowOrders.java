package dev.tradesuite.portfolio.following;

import java.util.Optional;

/** The orders of followers. Every call has a time-out, and what goes wrong on the way is a reply. */
public interface FollowOrders {

    /** Asks for what a step states; the same step asked twice is one order. */
    FollowReply send(FollowStep step, FollowRequest request);

    /**
     * What became of the order of a step that opens something.
     *
     * @return empty when there is no such order; {@link FollowReply.Unsure} when that cannot be told
     */
    Optional<FollowReply> find(FollowStep step);
}
