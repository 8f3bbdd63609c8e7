package dev.tradesuite.signals.performance;

import dev.tradesuite.signals.series.ModelSeries;
import java.time.LocalDate;
import java.util.Map;

/** What the books keep ready of accounts. */
public interface PerformanceStore {

    /** Return of a UTC day so far, as a fraction, by id of the strategy. */
    Map<Integer, Double> dailyReturns(ModelSeries series, LocalDate day);

    /** Number of open positions by id of the strategy. */
    Map<Integer, Integer> openPositions(ModelSeries series);
}
