package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalScore;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model said about a bar.
 *
 * @param signalId by which {@code GET /api/models/signals/{signal_id}} tells why
 * @param timestamp close of the bar
 * @param confidence 0 to 1
 * @param size 0 to 1
 * @param entryPrice absent when flat, as are stop and target
 * @param riskUsd loss at the stop in US dollars; 0 when flat
 * @param notionalUsd US dollars it was to trade; 0 when flat
 * @param invalidationCondition what would have proved it wrong; absent when flat
 * @param score the figure that decided it, with its thresholds; absent when there is none
 * @param noScore why there is none; absent when there is one
 * @param abstained code of the reason why the model did not judge; absent when it did
 */
public record PastSignal(
        long signalId,
        String strategyCode,
        String strategyName,
        Instant timestamp,
        PositionSignal signal,
        SignalSide side,
        double confidence,
        double size,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal riskUsd,
        @Nullable BigDecimal notionalUsd,
        int leverage,
        String reasoning,
        @Nullable String invalidationCondition,
        @Nullable String abstained,
        @Nullable SignalScore score,
        @Nullable Reason noScore,
        String modelVersion,
        boolean proxy,
        RunLabel label) {}
