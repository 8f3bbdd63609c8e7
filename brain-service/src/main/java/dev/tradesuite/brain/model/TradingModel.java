package dev.tradesuite.brain.model;

import dev.tradesuite.brain.candle.SeriesKey;
import java.util.Optional;

/**
 * Closed candles in, a signal out.
 *
 * <p>A model is a function of its input and of its own version: the same candles give the same signal now, in a replay
 * and years later. It knows no clock, no store and no account. Safe for use by several threads.
 */
public interface TradingModel {

    /** Name by which requests ask for it, such as {@code votes}. */
    String name();

    /** What would decide now on candles of a series: the rules, or the model that was trained on such candles. */
    ModelVersion version(SeriesKey series);

    /** Candles its signal needs, the last one included; 0 when it makes do with those that are read for every model. */
    int lookBack();

    /** What its score is compared with; empty for a model without a score. */
    Optional<Thresholds> thresholds();

    /** The signal; a model that cannot judge this input abstains and says why. */
    ModelSignal signalOn(ModelInput input);
}
