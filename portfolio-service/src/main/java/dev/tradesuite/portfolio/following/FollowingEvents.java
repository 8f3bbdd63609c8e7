package dev.tradesuite.portfolio.following;

/** Tells others what became of a step, in the transaction under way. */
public interface FollowingEvents {

    void followed(FollowStep step);
}
