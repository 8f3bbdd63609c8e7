package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.ModelType;
import java.util.List;

/** The trading models, in the order in which they are asked: whoever hears others comes after them. */
public enum BarModelCode {
    RL_PPO("PPO Reinforcement Learning", ModelType.RL),
    ML_XGB("XGBoost Classifier", ModelType.ML),
    ML_LGBM("LightGBM Classifier", ModelType.ML),
    LLM_CLAUDE("Claude Risk Overlay", ModelType.LLM),
    ENSEMBLE("Multi-Model Ensemble", ModelType.ENSEMBLE);

    private final String title;
    private final ModelType type;

    BarModelCode(String title, ModelType type) {
        this.title = title;
        this.type = type;
    }

    /** Name to show. */
    public String title() {
        return title;
    }

    /** The models whose signals it is shown; none for most. */
    public List<BarModelCode> hears() {
        return switch (this) {
            case RL_PPO, ML_XGB, ML_LGBM -> List.of();
            case LLM_CLAUDE -> List.of(RL_PPO, ML_XGB, ML_LGBM);
            case ENSEMBLE -> List.of(RL_PPO, ML_XGB, ML_LGBM, LLM_CLAUDE);
        };
    }

    /** What kind of model it is. */
    public ModelType type() {
        return type;
    }
}
