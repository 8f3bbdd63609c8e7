package dev.tradesuite.brain.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.learning.feature.BarFeatures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactorModelTest {

    @ParameterizedTest
    @EnumSource(FactorRule.class)
    void theWeightsOfARuleComeToOne(FactorRule rule) {
        assertThat(Arrays.stream(Factor.values()).mapToDouble(rule::weight).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void everyFactorIsAFeatureOfTheTreesCutToItsRange() {
        double[] features = new double[BarFeatures.NAMES.size()];
        features[BarFeatures.NAMES.indexOf("macd_histogram")] = 0.2;
        features[BarFeatures.NAMES.indexOf("return_12")] = -1.0;
        features[BarFeatures.NAMES.indexOf("ema_100_distance")] = 7;

        assertThat(Factor.MACD_HISTOGRAM.in(features)).isEqualTo(0.4);
        assertThat(Factor.RETURN_12.in(features)).isEqualTo(-0.5);
        assertThat(Factor.SLOW_AVERAGE.in(features)).isEqualTo(1);
        assertThat(Factor.STRENGTH.in(features)).isZero();
    }

    @ParameterizedTest
    @EnumSource(FactorRule.class)
    void theScoreIsTheWeightedSumAndTheThresholdsAreStrict(FactorRule rule) {
        FactorModel model = new FactorModel(rule);
        CandleSeries walk = TestCandles.walk(11, 1_200);
        for (int size = 400; size <= walk.size(); size++) {
            BarSignal.Decided said = (BarSignal.Decided) model.on(Views.ofLast(
                    walk.between(walk.openTime(0), walk.openTime(size - 1).plusSeconds(1))));
            double sum = Arrays.stream(Factor.values())
                    .mapToDouble(factor ->
                            rule.weight(factor) * said.features().getOrDefault(factor.featureName(), Double.NaN))
                    .sum();
            assertThat(said.features().get("score")).isCloseTo(sum, within(1e-12));
            assertThat(said.position()).isEqualTo(expected(sum, rule.threshold()));
            assertThat(said.score())
                    .isEqualTo(BarScore.around("score", said.features().getOrDefault("score", 0.0), rule.threshold()));
            assertThat(said.confidence())
                    .isCloseTo(
                            said.position() == PositionSignal.FLAT
                                    ? 1 - Math.abs(sum) / rule.threshold()
                                    : Math.abs(sum),
                            within(1e-12));
        }
    }

    @Test
    void wantsToFollowARiseAndAFall() {
        FactorModel model = new FactorModel(FactorRule.LGBM);

        assertThat(model.on(Views.ofLast(TestCandles.moving(400, 1.0, 0.0005))).position())
                .isEqualTo(PositionSignal.LONG);
        assertThat(model.on(Views.ofLast(TestCandles.moving(400, 2.0, -0.0005))).position())
                .isEqualTo(PositionSignal.SHORT);
    }

    @Test
    void abstainsOnTooFewBarsAndOnFlatOnes() {
        FactorModel model = new FactorModel(FactorRule.XGB);

        assertThat(reason(model.on(Views.ofLast(TestCandles.walk(1, 299))))).isEqualTo("NOT_ENOUGH_CANDLES");
        assertThat(reason(model.on(Views.ofLast(TestCandles.flat(400, 3_800))))).isEqualTo("NO_RANGE");
    }

    private static PositionSignal expected(double score, double threshold) {
        if (score > threshold) {
            return PositionSignal.LONG;
        }
        return score < -threshold ? PositionSignal.SHORT : PositionSignal.FLAT;
    }

    private static String reason(BarSignal signal) {
        return ((BarSignal.Abstained) signal).reason().code();
    }
}
