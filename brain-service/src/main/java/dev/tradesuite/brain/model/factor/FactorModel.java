package dev.tradesuite.brain.model.factor;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.MissingFeatures;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.FeatureGap;
import dev.tradesuite.learning.feature.FeatureRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stands in for a tree model: long when the weighted sum of six factors is above a threshold, short when below. */
public final class FactorModel implements BarModel {

    private final FactorRule rule;
    private final ModelVersion version;

    public FactorModel(FactorRule rule) {
        this.rule = rule;
        this.version = new ModelVersion(rule.code().name(), "rule-1", true);
    }

    @Override
    public BarModelCode code() {
        return rule.code();
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return version;
    }

    @Override
    public int lookBack() {
        return BarFeatures.LOOK_BACK;
    }

    @Override
    public BarSignal on(BarView view) {
        return switch (BarFeatures.on(view.bars(), view.bar())) {
            case FeatureRow.Known(double[] values, double _) -> decided(values);
            case FeatureRow.Unknown(FeatureGap gap) ->
                BarSignal.Abstained.because(code(), version, MissingFeatures.reason(gap, view.closed(), lookBack()));
        };
    }

    private BarSignal decided(double[] values) {
        Map<String, Double> features = new LinkedHashMap<>();
        double score = 0;
        for (Factor factor : Factor.values()) {
            double reading = factor.in(values);
            features.put(factor.featureName(), reading);
            score += rule.weight(factor) * reading;
        }
        features.put("score", score);
        PositionSignal position = position(score);
        double size = Math.min(1, Math.abs(score));
        double confidence = position == PositionSignal.FLAT ? 1 - size / rule.threshold() : size;
        return BarSignal.Decided.of(
                code(),
                version,
                position,
                confidence,
                reasoning(position, score),
                features,
                BarScore.around("score", score, rule.threshold()));
    }

    private PositionSignal position(double score) {
        if (score > rule.threshold()) {
            return PositionSignal.LONG;
        }
        return score < -rule.threshold() ? PositionSignal.SHORT : PositionSignal.FLAT;
    }

    private String reasoning(PositionSignal position, double score) {
        String threshold = Figures.twoDecimals(rule.threshold());
        return "The six factors come to %s, %s."
                .formatted(
                        Figures.signed(score),
                        switch (position) {
                            case LONG -> "above " + threshold;
                            case SHORT -> "below -" + threshold;
                            case FLAT, CLOSE -> "between -%s and %s".formatted(threshold, threshold);
                        });
    }
}
