package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedSharpeTest {

    @ParameterizedTest
    // 0.1132, 0.9004 and 0.9505 are printed there; for 46: 0.044721 x (0.422784 x 2.019 + 0.577216 x 2.409) = 0.1004
    @CsvSource({"100, 0.1132, 0.9004", "46, 0.1004, 0.9505"})
    void agreesWithThePublishedExample(int trials, double byLuck, double probability) {
        // Bailey and Lopez de Prado (2014): 5 years of 250 days, ratio 2.5 a year, variance of the tries 1/2 a year
        double ratio = DeflatedSharpe.bestByLuck(trials, 0.5 / 250);

        assertThat(ratio).isCloseTo(byLuck, within(5e-4));
        assertThat(ProbabilisticSharpe.of(2.5 / Math.sqrt(250), -3, 10, 1250, ratio)
                        .value()
                        .orElseThrow())
                .isCloseTo(probability, within(1e-3));
    }

    @Test
    void moreTriesNeverMakeItMoreLikely() {
        double[] returns = new Random(3).doubles(300, -0.01, 0.0115).toArray();
        double before = 1;
        for (int trials = 1; trials < 2000; trials += 37) {
            double now = DeflatedSharpe.of(returns, trials, 0.002).value().orElseThrow();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(DeflatedSharpe.of(returns, 1, 0.002)).isEqualTo(ProbabilisticSharpe.of(returns, 0));
    }

    @Test
    void needsTriesAndAVariance() {
        assertThatThrownBy(() -> DeflatedSharpe.bestByLuck(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeflatedSharpe.bestByLuck(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(DeflatedSharpe.of(new double[3], 5, 1)).isEqualTo(Metric.absent(MetricReason.TOO_FEW_RETURNS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 0.001, 0.01, 0.05, 0.3, 0.5, 0.7, 0.975, 0.9999})
    void theQuantileInvertsTheProbability(double probability) {
        assertThat(NormalDistribution.probabilityUpTo(NormalDistribution.quantile(probability)))
                .isCloseTo(probability, within(1e-12 * probability));
    }

    @Test
    void theQuantileIsThatOfTheTables() {
        assertThat(NormalDistribution.quantile(0.05)).isCloseTo(-1.6448536269514729, within(1e-14));
        assertThat(NormalDistribution.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-14));
        assertThatThrownBy(() -> NormalDistribution.quantile(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
