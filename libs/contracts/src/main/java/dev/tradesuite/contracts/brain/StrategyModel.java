package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trading model as {@code GET /api/v1/brain/models} lists it.
 *
 * @param strategyCode such as {@code RL_PPO}
 * @param strategyName name to show
 * @param strategyType kind of model
 * @param model what decides now
 * @param trained card of the trained version that decides; absent while a rule does
 * @param problem {@code MODEL_UNREADABLE} while a rule stands in for a version that cannot be read; absent otherwise
 * @param needs the models whose signals it is shown; empty for most
 */
public record StrategyModel(
        String strategyCode,
        String strategyName,
        ModelType strategyType,
        ModelInfo model,
        @Nullable TrainedVersion trained,
        @Nullable Reason problem,
        List<String> needs) {}
