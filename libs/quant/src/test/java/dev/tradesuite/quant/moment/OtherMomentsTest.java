package dev.tradesuite.quant.moment;

import static dev.tradesuite.quant.moment.Tables.NONE;
import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OtherMomentsTest {

    @Test
    void semicovarianceCountsFallsBelowTheBenchmark() {
        // below 0.01: x -0.02, 0, -0.04; y 0, 0, -0.03, over 3 periods
        // xx (0.0004 + 0.0016) / 3, xy 0.0012 / 3, yy 0.0009 / 3, times 3
        SymmetricMatrix matrix = Semicovariance.of(
                        Tables.returns(new double[] {-0.01, 0.05, -0.03}, new double[] {0.02, 0.01, -0.02}), 0.01, 3)
                .matrix();

        assertThat(matrix.row(0)).containsExactly(new double[] {0.002, 0.0012}, within(1e-15));
        assertThat(matrix.get(1, 1)).isCloseTo(0.0009, within(1e-15));
    }

    @Test
    void semicovarianceLeavesOutMissingReturns() {
        SymmetricMatrix matrix = Semicovariance.of(
                        Tables.returns(new double[] {-0.1, -0.3, -0.5}, new double[] {-0.2, -0.1, NONE}), 0, 1)
                .matrix();

        // (0.02 + 0.03) / 2
        assertThat(matrix.get(0, 1)).isCloseTo(0.025, within(1e-15));
        assertThat(Semicovariance.of(StockFiles.reference().returns(), -0.9, 252)
                        .matrix()
                        .largest())
                .isLessThan(1e-3);
    }

    @Test
    void exponentialCovarianceWeighsByAge() {
        // span 3: weights 1/4, 1/2, 1; x - mean -1, 0, 1; y - mean 1, 0, -1
        // xx (0.25 + 1) / 1.75, xy the negative of it
        SymmetricMatrix matrix = ExponentialCovariance.of(
                        Tables.returns(new double[] {1, 2, 3}, new double[] {3, 2, 1}), 3, 7)
                .matrix();

        assertThat(matrix.row(0)).containsExactly(new double[] {5, -5}, within(1e-14));
    }

    @Test
    void aLongSpanIsTheSampleCovariance() {
        ReturnTable returns = Tables.random(4, 500, 5);
        SymmetricMatrix exponential =
                ExponentialCovariance.of(returns, 1e12, 252).matrix();
        SymmetricMatrix sample = SampleCovariance.of(returns, 252).matrix();

        assertThat(exponential.combined(1, sample, -499 / 500.0).largest()).isLessThan(1e-9);
    }

    @Test
    void jamesAndSteinDrawMeansTogether() {
        ReturnTable returns = Tables.random(8, 60, 3);
        JamesStein shrunk = JamesStein.of(returns, 252);
        double[] means = ExpectedReturns.arithmeticMean(returns, 252);
        double common = Arrays.stream(means).average().orElseThrow();

        assertThat(shrunk.shrinkage()).isBetween(0.0, 1.0);
        for (int i = 0; i < 8; i++) {
            assertThat(shrunk.expected()[i] - common)
                    .isCloseTo((1 - shrunk.shrinkage()) * (means[i] - common), within(1e-12));
        }
    }

    @Test
    void jamesAndSteinWorkOut() {
        // x, y, z with means 0.1, 0, -0.1 and no covariance: variance of each (4 x 0.04) / 3 = 0.0533333
        // noise (3 v - 2 v) / 4 = 0.0133333; spread 0.02; a = 0.6666667; expected 0.0333333, 0, -0.0333333
        JamesStein shrunk = JamesStein.of(
                Tables.returns(new double[] {0.3, -0.1, 0.3, -0.1}, new double[] {0.2, 0.2, -0.2, -0.2}, new double[] {
                    0.1, -0.3, -0.3, 0.1
                }),
                1);

        assertThat(shrunk.shrinkage()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(shrunk.expected()).containsExactly(new double[] {0.1 / 3, 0, -0.1 / 3}, within(1e-12));
    }

    @Test
    void pureNoiseIsAllTakenOut() {
        Random random = new Random(11);
        double[][] series = new double[20][400];
        for (double[] values : series) {
            Arrays.setAll(values, _ -> 0.01 * random.nextGaussian());
        }
        DenoisedCovariance denoised = DenoisedCovariance.of(Tables.returns(series), 252);

        // (1 + sqrt(20 / 400))^2
        assertThat(denoised.noiseLimit()).isCloseTo(1.497214, within(1e-6));
        assertThat(denoised.signals()).isZero();
        assertThat(denoised.estimate().matrix().get(3, 7)).isCloseTo(0, within(1e-15));
    }

    @Test
    void aCommonFactorStandsOutAndVariancesStay() {
        Random random = new Random(12);
        double[][] series = new double[15][1000];
        for (int t = 0; t < 1000; t++) {
            double common = random.nextGaussian();
            for (double[] values : series) {
                values[t] = 0.005 * common + 0.01 * random.nextGaussian();
            }
        }
        ReturnTable returns = Tables.returns(series);
        DenoisedCovariance denoised = DenoisedCovariance.of(returns, 252);

        assertThat(denoised.signals()).isEqualTo(1);
        assertThat(denoised.estimate().matrix().diagonal())
                .containsExactly(SampleCovariance.of(returns, 252).matrix().diagonal(), within(1e-14));
    }

    @Test
    void refusesBadInput() {
        ReturnTable returns = Tables.random(3, 30, 1);
        refuses(QuantProblem.ONE_ASSET, () -> JamesStein.of(Tables.random(1, 30, 1), 252));
        refuses(QuantProblem.NOT_FINITE, () -> Semicovariance.of(returns, Double.NaN, 252));
        refuses(QuantProblem.OUT_OF_RANGE, () -> ExponentialCovariance.of(returns, 0, 252));
        refuses(QuantProblem.OUT_OF_RANGE, () -> DenoisedCovariance.of(returns, 0));
        refuses(
                QuantProblem.TOO_FEW_OBSERVATIONS,
                () -> Semicovariance.of(Tables.returns(new double[] {1, NONE}, new double[] {NONE, 1}), 0, 252));
        refuses(
                QuantProblem.CONSTANT_SERIES,
                () -> ExponentialCovariance.of(Tables.returns(new double[] {1, 1}, new double[] {2, 3}), 9, 252));
    }
}
