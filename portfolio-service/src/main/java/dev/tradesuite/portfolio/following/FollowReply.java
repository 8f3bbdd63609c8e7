package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;

/** What the orchestrator says to a request. */
public sealed interface FollowReply {

    /** There is an order. */
    record Ordered(FollowStep.Ordered order) implements FollowReply {}

    /** There is none, and the same request will never become one. */
    record Refused(Reason why) implements FollowReply {}

    /** There is none, because it could not be decided now. */
    record NotNow(Reason why) implements FollowReply {}

    /** It was not heard: there is none, unless the same was asked for before. */
    record NotArrived(Reason why) implements FollowReply {}

    /** Whether there is one is not known. */
    record Unsure(Reason why) implements FollowReply {}
}
