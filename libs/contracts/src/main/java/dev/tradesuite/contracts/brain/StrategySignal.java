package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one trading model says about one closed bar.
 *
 * @param strategyCode code of the model, such as {@code RL_PPO}
 * @param signal position it wants
 * @param confidence how sure it is, 0 to 1; 0 when it abstained
 * @param size share of the account it wants to put in, 0 to 1; 0 when flat
 * @param entryPrice close of the bar; absent when flat
 * @param stopLoss absent when flat
 * @param takeProfit absent when flat
 * @param reasoning why, at most 300 characters
 * @param invalidationCondition what would prove it wrong; absent when flat
 * @param features figures it rests on, by name
 * @param votes what an ensemble or overlay heard of the other models; empty for the others
 * @param model what produced it
 * @param score the figure that decided it with its thresholds; absent when it has none, and in what an older version
 *     wrote
 * @param noScore why it has none; absent when it has one, when it abstained, and in what an older version wrote
 * @param abstained why it could not judge; absent when it did. Codes are {@link SignalReason} constants
 */
public record StrategySignal(
        String strategyCode,
        PositionSignal signal,
        double confidence,
        double size,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        String reasoning,
        @Nullable String invalidationCondition,
        Map<String, Double> features,
        List<StrategyVote> votes,
        ModelInfo model,
        @Nullable SignalScore score,
        @Nullable Reason noScore,
        @Nullable Reason abstained) {}
