package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run: what is read as {@code run=}. Backfills are of the live one, 0.
 *
 * @param run its number
 * @param state of a backtest or import; absent for the live run, which goes on
 * @param label of its trades and equity; absent for the live run, where it differs by symbol and time
 * @param from where it begins; absent before the first bar
 * @param to where it ends, of the live run the newest bar
 * @param series bars it has accounts on
 * @param strategies codes of those that have accounts
 * @param trades closed
 * @param points of equity, at the resolution they were kept in; absent for the live run, where they are not counted
 * @param jobs that wrote it and are still in the list of jobs, the newest first, ten at most
 * @param createdAt when it was ordered or imported
 */
public record ModelRun(
        long run,
        RunKind kind,
        @Nullable JobState state,
        @Nullable RunLabel label,
        @Nullable Instant from,
        @Nullable Instant to,
        List<RunBars> series,
        List<String> strategies,
        long trades,
        @Nullable Long points,
        List<Long> jobs,
        Instant createdAt) {

    public ModelRun {
        series = List.copyOf(series);
        strategies = List.copyOf(strategies);
        jobs = List.copyOf(jobs);
    }

    /** Bars of one length of a symbol. */
    public record RunBars(String symbol, Timeframe timeframe) {}
}
