package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A closed bar and what every model says about it.
 *
 * @param series what it is a bar of
 * @param previousBar open time of the stored bar before it; empty for the first of its series
 * @param bar the bar
 * @param conversionRate US dollars for one unit of the quote currency at its close; empty when no stored price tells it
 * @param signals one of each model, in their order
 */
public record JudgedBar(
        SeriesKey series,
        Optional<Instant> previousBar,
        Candle bar,
        Optional<BigDecimal> conversionRate,
        List<PlannedSignal> signals) {

    public JudgedBar {
        signals = List.copyOf(signals);
    }
}
