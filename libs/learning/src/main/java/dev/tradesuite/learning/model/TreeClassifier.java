package dev.tradesuite.learning.model;

import dev.tradesuite.learning.calibration.IsotonicCalibration;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.FeatureRow;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.label.DecisionRule;
import dev.tradesuite.learning.tree.TreeModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trees on bars, with the calibration of their scores and the rule that makes a trade of a probability.
 *
 * @param card where it comes from
 * @param trees the trees
 * @param decision makes a trade of a probability
 * @param calibration makes a probability of a score; absent where scores are taken as they are
 */
record TreeClassifier(ModelCard card, TreeModel trees, DecisionRule decision, @Nullable IsotonicCalibration calibration)
        implements TrainedModel {

    @Override
    public ModelAnswer on(PriceBars closed, int bar) {
        return switch (BarFeatures.on(closed, bar)) {
            case FeatureRow.Unknown unknown -> new ModelAnswer.Abstained(unknown.gap());
            case FeatureRow.Known known -> decided(closed, bar, known.values());
        };
    }

    private ModelAnswer decided(PriceBars closed, int bar, double[] values) {
        double score = trees.probability(values);
        double probability = calibration == null ? score : calibration.probability(score);
        int labelSide = decision.label().sideOn(closed, bar);
        int position = labelSide == 0 ? 0 : decision.side(labelSide, probability);
        return new ModelAnswer.Decided(
                position,
                probability,
                TrainedModel.named(BarFeatures.NAMES, values),
                labelSide == 0 ? List.of() : decision.marks(labelSide));
    }
}
