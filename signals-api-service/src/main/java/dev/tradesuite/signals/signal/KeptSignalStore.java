package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.PagePlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signals, and what had to do with them. */
public interface KeptSignalStore {

    /**
     * Signals, the newest first; those of one bar in the order of the strategies, whose ids place them.
     *
     * @param after where the page before ended; empty for the first
     * @param limit at most so many
     */
    List<KeptSignal> page(ModelSeries series, KeptSignalFilter filter, Optional<PagePlace> after, int limit);

    /** A signal by its id. */
    Optional<ExplainedSignal> find(long id);

    /** What a model of a type said about the bar that closed at a moment. */
    Optional<ExplainedSignal> find(ModelSeries series, StrategyType type, Instant at);

    /** What a strategy said about the bar before. */
    Optional<KeptSignal> before(ModelSeries series, KeptSignal signal);

    /** Positions of a strategy that a bar had to do with, oldest first. */
    List<BarPosition> positions(ModelSeries series, KeptSignal signal);

    /** Whether the rate from the quote currency to US dollars was known at the close of a bar. */
    boolean isRateKnown(ModelSeries series, Instant at);
}
