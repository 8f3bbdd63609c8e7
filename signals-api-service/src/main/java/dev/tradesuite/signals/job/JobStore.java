package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs and how far they are. */
public interface JobStore {

    /** Adds a job with all its parts queued, and the run of a backtest, with the transaction under way. */
    BookJob add(JobOrder order, Instant now);

    Optional<BookJob> find(long id);

    /**
     * Jobs, the newest first.
     *
     * @param before only those with a lower id; null for all
     */
    List<BookJob> page(@Nullable Long before, int limit);

    /** The backfill of a series that is not over, if there is one. */
    Optional<Long> unfinishedBackfill(String symbol, JobOrder.BarSpan span);

    /** Ends every part that is not over as cancelled. */
    void cancel(long id, Instant now);

    /** Takes a part over from whoever had it; empty when it is over. */
    Optional<ClaimedPart> claim(JobPartKey key, Instant now);

    /** Notes how many bars are to do, those included that are done. */
    boolean count(ClaimedPart part, long bars);

    /**
     * Notes bars that are done, with the transaction under way.
     *
     * @return whether the part is still ours and not cancelled; else nothing may be written
     */
    boolean checkpoint(ClaimedPart part, DoneBars done, Instant now);

    /**
     * What was done since the last checkpoint.
     *
     * @param newest open time of the newest bar
     */
    record DoneBars(Instant newest, long bars, long rows) {}

    /** Notes that a part waits. */
    void await(ClaimedPart part, Reason reason, Instant now);

    /** Ends a part, and with the last one the run of its job; nothing happens when it is no longer ours. */
    void end(ClaimedPart part, JobState state, @Nullable Reason reason, Instant now);

    /** Forgets jobs all of whose parts ended before a moment. What they wrote stays. */
    int forgetEndedBefore(Instant moment);
}
