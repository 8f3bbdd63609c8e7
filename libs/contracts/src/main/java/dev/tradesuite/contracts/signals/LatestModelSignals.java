package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every model said last. {@code GET /api/models/signals/latest}.
 *
 * @param timestamp when it was asked, UTC
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param marketPrice newest price; absent before the first bar
 * @param marketStatus whether the market is open now
 * @param signals one of each model
 * @param reason why the list is empty
 */
public record LatestModelSignals(
        Instant timestamp,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        @Nullable BigDecimal marketPrice,
        @Nullable MarketPhase marketStatus,
        List<LatestModelSignal> signals,
        @Nullable Reason reason) {

    /**
     * What one model said.
     *
     * @param confidence 0 to 1
     * @param size 0 to 1
     * @param entryPrice absent when flat, as are stop and target
     * @param riskUsd loss at the stop in US dollars; 0 when flat
     * @param timestamp close of the bar
     * @param ageSeconds whole seconds since then
     */
    public record LatestModelSignal(
            String strategyCode,
            String strategyName,
            PositionSignal signal,
            SignalSide side,
            double confidence,
            double size,
            @Nullable BigDecimal entryPrice,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit,
            @Nullable BigDecimal riskUsd,
            String reasoning,
            Instant timestamp,
            long ageSeconds,
            String modelVersion,
            boolean proxy,
            RunLabel label) {}
}
