package dev.tradesuite.signals.series;

import java.util.List;

/** What models have accounts. */
public interface SeriesStore {

    /** Every run. */
    List<Long> runs();

    /** Every strategy, in their order. */
    List<ModelStrategy> strategies();

    /**
     * The series of a run that have accounts, by symbol, the shortest timeframe first; those that ended long before the
     * newest of the run come last.
     */
    List<ModelSeries> series(long run);

    /** The accounts on a series, in the order of the strategies. */
    List<ModelAccount> accounts(ModelSeries series);
}
