package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.ModelVersion;
import java.util.Optional;

/**
 * Closed bars in, the position it wants out.
 *
 * <p>A model is a function of what it is shown and of its own version: the same bars give the same signal live, in a
 * backfill and in a backtest. It knows no clock, no store and no account. Safe for use by several threads.
 */
public interface BarModel {

    /** Which of the models it is. */
    BarModelCode code();

    /** What would decide now on bars of a series: a rule, or the model that was trained on such bars. */
    ModelVersion version(SeriesKey series);

    /**
     * The trained version that is to decide on bars of a series, also when it cannot be read and a rule stands in;
     * empty while a rule decides by itself.
     */
    default Optional<VersionInUse> inUse(SeriesKey series) {
        return Optional.empty();
    }

    /**
     * Bars its signal rests on, the last one included; more before them change nothing. 0 when it reads none itself.
     */
    int lookBack();

    /** What it says at the close of a bar. */
    BarSignal on(BarView view);
}
