package dev.tradesuite.signals.latest;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.SignalSide;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model said about a bar.
 *
 * @param signal position it wants
 * @param side what that means to somebody who follows it
 * @param strength how sure it is, and how large
 * @param prices absent when flat
 * @param riskUsd loss at the stop; 0 when flat
 * @param reasoning why
 * @param at close of the bar
 * @param label what kind of prices the bar has
 */
public record LastSignal(
        PositionSignal signal,
        SignalSide side,
        Strength strength,
        SignalPrices prices,
        @Nullable BigDecimal riskUsd,
        String reasoning,
        Instant at,
        RunLabel label) {

    /**
     * How much it wants it.
     *
     * @param confidence 0 to 1
     * @param size 0 to 1
     */
    public record Strength(double confidence, double size) {}

    /**
     * Entry and exits; all absent when flat.
     *
     * @param entry close of the bar
     * @param stopLoss where it was wrong
     * @param takeProfit where it has paid
     */
    public record SignalPrices(
            @Nullable BigDecimal entry, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {}
}
