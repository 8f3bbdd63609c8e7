package dev.tradesuite.signals.book;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A closed bar with what every model says about it.
 *
 * @param series what it is a bar of
 * @param previousOpen open time of the stored bar before it; empty for the first of its series
 * @param open open time
 * @param prices of the bar
 * @param conversionRate US dollars for one unit of the quote currency at its close; empty when nobody knows
 * @param label SIMULATED, PAPER or BACKFILL
 * @param said one of each model
 */
public record SignalBar(
        SeriesName series,
        Optional<Instant> previousOpen,
        Instant open,
        BarPrices prices,
        Optional<BigDecimal> conversionRate,
        RunLabel label,
        List<ModelSaid> said) {

    public SignalBar {
        said = List.copyOf(said);
    }

    /** When it closed. */
    public Instant close() {
        return open.plus(series.timeframe().length());
    }

    /** The same bar as one that was judged later. */
    public SignalBar labelled(RunLabel other) {
        return new SignalBar(series, previousOpen, open, prices, conversionRate, other, said);
    }

    /**
     * Prices of a bar.
     *
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param close last price
     */
    public record BarPrices(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {}
}
