package dev.tradesuite.signals.series;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The paper account of one strategy on a series.
 *
 * @param strategy whose it is
 * @param startingCapital US dollars it began with
 * @param firstBar when its first bar opened; absent when nobody noted it
 * @param version how often it was written
 * @param origin what its newest signal came from; absent when it has none
 * @param last newest equity; absent when it has none
 * @param recordedUntil end of an imported record; absent for every other account
 */
public record ModelAccount(
        ModelStrategy strategy,
        BigDecimal startingCapital,
        @Nullable Instant firstBar,
        long version,
        @Nullable ModelOrigin origin,
        @Nullable LastEquity last,
        @Nullable Instant recordedUntil) {

    /**
     * What produced a signal.
     *
     * @param version of the model
     * @param proxy whether a rule stands in for a trained model
     */
    public record ModelOrigin(String version, boolean proxy) {}

    /**
     * The newest equity point.
     *
     * @param at close of its bar
     * @param equity in US dollars
     * @param label what kind of prices it rests on
     */
    public record LastEquity(Instant at, BigDecimal equity, RunLabel label) {}

    /** Version of the model; null when it has no signal. */
    public @Nullable String modelVersion() {
        return origin == null ? null : origin.version();
    }

    /** Whether a rule stands in for the model; null when it has no signal. */
    public @Nullable Boolean proxy() {
        return origin == null ? null : origin.proxy();
    }
}
