package dev.tradesuite.portfolio.following;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what followers have heard and what was done about it. */
public interface FollowingStore {

    Optional<FollowedSignal> find(FollowerKey key);

    /** As {@link #find}, and nobody else changes it until the transaction under way has ended. */
    Optional<FollowedSignal> lock(FollowerKey key);

    /** Every follower that has heard a signal. */
    List<FollowedSignal> all();

    /**
     * Followers that want a position, have nothing under way, and whose capital is of another version than the one
     * their holding was sized by.
     */
    List<FollowedSignal> withOtherShare();

    /** Adds the first signal of a follower; false when there is one already. */
    boolean add(FollowedSignal first);

    /** Stores a locked one as it is now. */
    void save(FollowedSignal signal);

    /** Adds a step unless there is one for the same follower, bar, leg and revision; false when there is. */
    boolean add(FollowStep step);

    /** The step for the same follower, bar, leg and revision. */
    Optional<FollowStep> find(FollowerKey key, FollowStep.Change change);

    /** Followers with steps that may be worked on now. */
    List<FollowerKey> waiting(Instant now);

    /** Steps of a follower that are under way, in their order. */
    List<FollowStep> pending(FollowerKey key);

    /**
     * Takes a step that is under way, unless another instance works on it.
     *
     * @param until when others may take it
     * @return the step as it is now; empty when it is not to be had
     */
    Optional<FollowStep> claim(long id, Instant now, Instant until);

    /**
     * Stores a step that was under way as it is now.
     *
     * @param next when it may be taken again
     * @return false when it was not under way any more
     */
    boolean save(FollowStep step, Instant next);

    /**
     * Steps of a follower, the newest first.
     *
     * @param before only those before this number
     */
    List<FollowStep> steps(FollowerKey key, Optional<Long> before, int most);

    /** Deletes steps that began before. */
    void forgetBefore(Instant moment);
}
