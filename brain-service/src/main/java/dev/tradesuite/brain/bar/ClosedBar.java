package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;

/**
 * A bar that was announced as closed.
 *
 * @param series what it is a bar of
 * @param bar the bar
 * @param source name of the data source
 * @param label of the source: SIMULATED or PAPER
 */
public record ClosedBar(SeriesKey series, Candle bar, String source, RunLabel label) {

    /** When it closed. */
    Instant closedAt() {
        return bar.openTime().plus(series.timeframe().length());
    }
}
