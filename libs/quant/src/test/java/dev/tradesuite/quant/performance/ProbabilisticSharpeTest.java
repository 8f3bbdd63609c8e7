package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilisticSharpeTest {

    @ParameterizedTest
    @CsvSource({
        // The example of Bailey and Lopez de Prado (2012): 24 months, a monthly ratio of 0.458.
        "0.458, -2.448, 10.164, 24, 0.913",
        "0.458,  0,      3,     24, 0.982"
    })
    void agreesWithThePublishedExample(double ratio, double skewness, double kurtosis, int count, double expected) {
        assertThat(ProbabilisticSharpe.of(ratio, skewness, kurtosis, count, 0)
                        .value()
                        .orElseThrow())
                .isCloseTo(expected, within(5e-4));
    }

    @Test
    void isOneHalfAgainstItself() {
        double[] returns = new Random(5).doubles(100, -0.01, 0.012).toArray();
        Moments moments = Moments.of(returns);

        assertThat(ProbabilisticSharpe.of(returns, moments.mean() / moments.deviation())
                        .value()
                        .orElseThrow())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void needsReturnsThatVary() {
        assertThat(ProbabilisticSharpe.of(new double[9], 0)).isEqualTo(Metric.absent(MetricReason.TOO_FEW_RETURNS));
        assertThat(ProbabilisticSharpe.of(new double[20], 0)).isEqualTo(Metric.absent(MetricReason.NO_VARIATION));
    }

    @Test
    void momentsAreThoseOfTheSample() {
        // 1, 2, 3, 10: mean 4; distances -3, -2, -1, 6; squares 50, cubes 180, fourth powers 1394
        Moments moments = Moments.of(new double[] {1, 2, 3, 10});

        assertThat(moments.mean()).isCloseTo(4, within(1e-12));
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(50 / 3.0), within(1e-12));
        // 45 / 12.5^1.5 = 1.01823; 348.5 / 156.25 = 2.2304
        assertThat(moments.skewness()).isCloseTo(1.01823, within(5e-6));
        assertThat(moments.kurtosis()).isCloseTo(2.2304, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0,     0.5",
        "1,     0.8413447460685429",
        "-1,    0.15865525393145705",
        "1.96,  0.9750021048517795",
        "-3,    0.0013498980316300946",
        "3.5,   0.9997673709209645",
        "-6,    9.865876450376981e-10",
        "-10,   7.619853024160527e-24",
        "40,    1"
    })
    void theNormalDistributionIsRightIntoItsTails(double x, double probability) {
        assertThat(NormalDistribution.probabilityUpTo(x)).isCloseTo(probability, within(probability * 1e-12));
    }
}
