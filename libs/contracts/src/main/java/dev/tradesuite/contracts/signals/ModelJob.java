package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backfill or backtest. {@code GET /api/models/jobs/{id}}.
 *
 * @param run what it writes, to read as {@code run=}; 0 is the live one
 * @param from bars that open at or after it
 * @param to bars that open before it
 * @param strategies codes of those that take part; empty: all
 * @param costs of a fill; absent: those of the live accounts
 * @param restart whether it makes the live accounts anew
 * @param state of the whole
 * @param progress of all its parts
 * @param parts one for each symbol
 */
public record ModelJob(
        long jobId,
        JobKind kind,
        long run,
        Timeframe timeframe,
        Instant from,
        Instant to,
        List<String> strategies,
        @Nullable JobCosts costs,
        boolean restart,
        Instant createdAt,
        JobState state,
        JobProgress progress,
        List<JobPart> parts) {

    /**
     * How far something is.
     *
     * @param barsDone bars looked at
     * @param barsTotal bars to look at; absent until they are counted
     * @param rowsWritten signals, equity points and trades
     * @param rowsPerSecond since it began; absent before
     * @param secondsLeft at that speed; absent when it cannot be told
     */
    public record JobProgress(
            long barsDone,
            @Nullable Long barsTotal,
            long rowsWritten,
            @Nullable Long rowsPerSecond,
            @Nullable Long secondsLeft) {}

    /**
     * What the job does for one symbol.
     *
     * @param newestBar open time of the newest bar that is done
     * @param error why it waits or has failed
     */
    public record JobPart(
            String symbol,
            JobState state,
            JobProgress progress,
            @Nullable Instant newestBar,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Reason error) {}
}
