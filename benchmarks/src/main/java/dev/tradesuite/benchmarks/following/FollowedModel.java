package dev.tradesuite.benchmarks.following;

import java.util.List;
import java.util.Locale;

/**
 * A strategy on a model, and the account that follows it.
 *
 * @param code of the strategy
 * @param model code of the model
 */
record FollowedModel(String code, String account, String model, String symbol) {

    /** Codes of the models. */
    static final List<String> MODELS = List.of("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");

    /** The strategy of a run on a model; its code says which. */
    static FollowedModel of(String run, String account, String model, String symbol) {
        String code = "%s-%s-%s"
                .formatted(run, model.replace('_', '-'), symbol.replaceFirst("\\..*", ""))
                .toUpperCase(Locale.ROOT);
        return new FollowedModel(code, account, model, symbol);
    }

    String source() {
        return "model:%s:%s".formatted(model, symbol);
    }
}
