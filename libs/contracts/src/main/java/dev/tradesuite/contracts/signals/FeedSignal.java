package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about a bar that has closed.
 *
 * @param type {@code signal}
 * @param timestamp close of the bar
 * @param strategyCode code of the model
 * @param side buy, sell or hold
 * @param entryPrice absent when flat, as are stop and target
 */
public record FeedSignal(
        String type,
        Instant timestamp,
        String symbol,
        Timeframe timeframe,
        RunLabel label,
        String strategyCode,
        PositionSignal signal,
        SignalSide side,
        double confidence,
        double size,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        String reasoning)
        implements FeedMessage {}
