package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job does for one symbol.
 *
 * @param count what is done and what is to do
 * @param times when it did what
 * @param reason why it waits or has failed; absent otherwise
 */
public record BookJobPart(String symbol, JobState state, Count count, Times times, @Nullable Reason reason) {

    /**
     * How much of it is done.
     *
     * @param barsTotal absent until the bars are counted
     * @param rows written
     */
    public record Count(long bars, @Nullable Long barsTotal, long rows) {}

    /**
     * When what happened.
     *
     * @param checkpoint open time of the newest bar that is done; absent before the first
     * @param started absent before it began
     * @param updated when it was written last
     * @param ended absent until it is over
     */
    public record Times(
            @Nullable Instant checkpoint, @Nullable Instant started, Instant updated, @Nullable Instant ended) {}
}
