package dev.tradesuite.learning.model;

import dev.tradesuite.learning.feature.FeatureGap;
import dev.tradesuite.learning.feature.PolicyFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.validation.PolicyBars;
import java.util.List;
import java.util.Optional;

/**
 * A policy on bars: it goes through the last 128 and answers on the last.
 *
 * @param card where it comes from
 * @param policy what was learnt
 */
record PolicyModel(ModelCard card, TradingPolicy policy) implements TrainedModel {

    @Override
    public ModelAnswer on(PriceBars closed, int bar) {
        if (bar + 1 < lookBack()) {
            return new ModelAnswer.Abstained(FeatureGap.TOO_FEW_BARS);
        }
        Optional<FeatureGap> gap = PolicyFeatures.gapOn(closed, bar);
        if (gap.isPresent()) {
            return new ModelAnswer.Abstained(gap.get());
        }
        double[][] readings = new double[PolicyBars.MEMORY][];
        for (int step = 0; step < readings.length; step++) {
            readings[step] = PolicyFeatures.on(closed, bar + 1 - readings.length + step);
        }
        TradingPolicy.Advice advice = policy.on(readings);
        return new ModelAnswer.Decided(
                advice.position(),
                advice.probability(),
                TrainedModel.named(PolicyFeatures.NAMES, readings[readings.length - 1]),
                List.of());
    }
}
