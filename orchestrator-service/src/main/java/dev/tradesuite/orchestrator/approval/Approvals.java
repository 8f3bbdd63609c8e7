package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.orchestrator.ApprovalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps approvals. Every method joins the transaction it is called in. */
public interface Approvals {

    /**
     * Adds one.
     *
     * @param trade what is decided on anew when a trade is approved; absent for any other kind
     */
    void add(Approval approval, @Nullable String trade);

    Optional<Approval> find(UUID id);

    /** As {@link #find}, held until the transaction ends so that nobody else moves it. */
    Optional<Approval> locked(UUID id);

    /** Writes where one that is held stands now. */
    void save(Approval approval);

    /** What is decided on anew when a trade is approved, as it was added. */
    Optional<String> trade(UUID id);

    /** Approvals that match, newest first. */
    List<Approval> list(Filter filter);

    /** Pending ones whose time is over. */
    List<UUID> overdue(Instant now, int limit);

    /** Approved trades without an outcome, which were approved before the moment. */
    List<UUID> underWaySince(Instant moment, int limit);

    /** How many are pending, and since when the oldest of them is. */
    Backlog backlog();

    /**
     * How many wait, came to nothing and were interrupted.
     *
     * @param expiredSince from when on expired ones count
     * @param approvedBefore until when approved trades without an outcome count
     */
    Standing standing(Instant expiredSince, Instant approvedBefore);

    /** Forgets those that ended before the moment, a part of them at a time. */
    int forgetEndedBefore(Instant moment);

    /**
     * What to look for; absent means any.
     *
     * @param only accounts that may be seen, beside what is about no account; absent: all may
     * @param before id of the last one of the page before
     * @param limit most to answer with
     */
    record Filter(@Nullable ApprovalState state, @Nullable Set<String> only, @Nullable UUID before, int limit) {}

    /**
     * What waits for a person.
     *
     * @param pending how many
     * @param oldestAt when the oldest was asked for; absent when there is none
     */
    record Backlog(long pending, @Nullable Instant oldestAt) {

        /** For how long the oldest has waited. */
        public Duration oldestAge(Instant now) {
            return oldestAt == null ? Duration.ZERO : Duration.between(oldestAt, now);
        }
    }

    /**
     * How approvals stand.
     *
     * @param pending wait for a person
     * @param expired nobody decided in time
     * @param interrupted approved trades whose outcome is not known yet, although there was time enough
     */
    record Standing(long pending, long expired, long interrupted) {}
}
