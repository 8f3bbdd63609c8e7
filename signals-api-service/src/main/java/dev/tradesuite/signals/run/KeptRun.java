package dev.tradesuite.signals.run;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.RunKind;
import dev.tradesuite.signals.book.SeriesName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is kept.
 *
 * @param state of what comes to an end; empty for the live run
 * @param label empty for the live run, where it differs by symbol and time
 * @param series bars it has accounts on
 * @param strategies codes of those that have accounts
 * @param jobs that wrote it, the newest first, ten at most
 */
public record KeptRun(
        long id,
        RunKind kind,
        Optional<JobState> state,
        Optional<RunLabel> label,
        RunSpan span,
        List<SeriesName> series,
        List<String> strategies,
        RunCount count,
        List<Long> jobs,
        Instant createdAt) {

    public KeptRun {
        series = List.copyOf(series);
        strategies = List.copyOf(strategies);
        jobs = List.copyOf(jobs);
    }

    /** From where to where it goes; empty before the first bar. */
    public record RunSpan(Optional<Instant> from, Optional<Instant> to) {}

    /**
     * How much is in it.
     *
     * @param trades closed
     * @param points of equity; empty where they are not counted
     */
    public record RunCount(long trades, Optional<Long> points) {}
}
