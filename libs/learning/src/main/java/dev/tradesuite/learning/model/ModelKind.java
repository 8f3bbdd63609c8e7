package dev.tradesuite.learning.model;

import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.PolicyFeatures;
import dev.tradesuite.learning.label.LabelRule;
import dev.tradesuite.learning.validation.PolicyBars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that can be trained. */
public enum ModelKind {
    /** A policy that learnt by trying: short, flat or long. */
    RL_PPO("ppo", "policy.txt", null),
    /** Trees of XGBoost that foretell whether the trade of a simple rule wins after costs. */
    ML_XGB("xgb", "xgboost.json", LabelRule.PRIMARY_WINS),
    /** Trees of LightGBM that foretell whether the upper barrier is reached first, calibrated. */
    ML_LGBM("lgbm", "lightgbm.txt", LabelRule.UPPER_FIRST);

    private final String shortName;
    private final String modelFile;
    private final @Nullable LabelRule label;

    ModelKind(String shortName, String modelFile, @Nullable LabelRule label) {
        this.shortName = shortName;
        this.modelFile = modelFile;
        this.label = label;
    }

    /** Begins the name of a version. */
    public String shortName() {
        return shortName;
    }

    /** Name of the file with the model itself. */
    public String modelFile() {
        return modelFile;
    }

    /** What it foretells; absent for a policy. */
    public @Nullable LabelRule label() {
        return label;
    }

    /** Version of the features it sees. */
    public String featuresVersion() {
        return label == null ? PolicyFeatures.VERSION : BarFeatures.VERSION;
    }

    /** Names of the features it sees, in their order. */
    public List<String> featureNames() {
        return label == null ? PolicyFeatures.NAMES : BarFeatures.NAMES;
    }

    /** Bars an answer rests on, the last one included; more before them change nothing. */
    public int lookBack() {
        return label == null ? PolicyFeatures.LOOK_BACK + PolicyBars.MEMORY - 1 : BarFeatures.LOOK_BACK;
    }
}
