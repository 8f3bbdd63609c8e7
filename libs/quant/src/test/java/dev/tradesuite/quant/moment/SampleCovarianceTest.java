package dev.tradesuite.quant.moment;

import static dev.tradesuite.quant.moment.Tables.NONE;
import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import org.junit.jupiter.api.Test;

class SampleCovarianceTest {

    @Test
    void agreesWithThePublishedExample() {
        // PyPortfolioOpt, test_sample_cov_dummy
        PriceTable prices = Tables.prices(
                new double[] {4.0, 4.2, 3.9, 4.3, 4.1},
                new double[] {2.0, 2.1, 2.0, 2.1, 2.2},
                new double[] {.6, .59, .58, .62, .63});

        SymmetricMatrix covariance = SampleCovariance.of(prices.returns(), 1).matrix();

        assertThat(covariance.row(0))
                .containsExactly(
                        new double[] {0.006661687937656102, 0.00264970955585574, 0.0020849735375206195}, within(1e-15));
        assertThat(covariance.row(1)[1]).isCloseTo(0.0023450491307634215, within(1e-15));
        assertThat(covariance.row(2))
                .containsExactly(
                        new double[] {0.0020849735375206195, 0.00096770864287974, 0.0016396416271856837},
                        within(1e-15));
    }

    @Test
    void aPairCountsTheReturnsBothHave() {
        // common: (0.1, 0.3) and (0.3, 0.1), means 0.2: (-0.1 x 0.1 + 0.1 x -0.1) / 1 = -0.02
        CovarianceEstimate estimate =
                SampleCovariance.of(Tables.returns(new double[] {0.1, 0.3, 0.5}, new double[] {0.3, 0.1, NONE}), 10);

        assertThat(estimate.matrix().get(0, 1)).isCloseTo(-0.2, within(1e-15));
        // (-0.2^2 + 0 + 0.2^2) / 2 = 0.04
        assertThat(estimate.matrix().get(0, 0)).isCloseTo(0.4, within(1e-15));
        assertThat(estimate.observations()).isEqualTo(2);
    }

    @Test
    void gapsOfNobodyChangeNothing() {
        ReturnTable complete = Tables.random(7, 203, 3);
        double[][] longer = new double[8][];
        for (int i = 0; i < 7; i++) {
            longer[i] = complete.series(i);
        }
        longer[7] = Tables.withGaps(Tables.random(8, 203, 4), 4).series(7);

        SymmetricMatrix pairwise =
                SampleCovariance.of(Tables.returns(longer), 252).matrix();

        SymmetricMatrix difference = pairwise.part(0, 1, 2, 3, 4, 5, 6)
                .combined(1, SampleCovariance.of(complete, 252).matrix(), -1);
        assertThat(difference.largest()).isLessThan(1e-15);
    }

    @Test
    void scalesTranslatesAndPermutes() {
        ReturnTable returns = Tables.withGaps(Tables.random(4, 90, 8), 9);
        SymmetricMatrix covariance = SampleCovariance.of(returns, 252).matrix();
        double[][] moved = new double[4][];
        for (int i = 0; i < 4; i++) {
            double[] series = returns.series(i);
            for (int t = 0; t < series.length; t++) {
                series[t] = 2 * series[t] + 0.01;
            }
            moved[i] = series;
        }

        assertThat(SampleCovariance.of(Tables.returns(moved), 252)
                        .matrix()
                        .combined(1, covariance, -4)
                        .largest())
                .isLessThan(1e-15);
        assertThat(SampleCovariance.of(returns.select(2, 0, 3, 1), 252).matrix())
                .isEqualTo(covariance.part(2, 0, 3, 1));
    }

    @Test
    void fewerPeriodsThanAssetsAreSingularAndSaidToBe() {
        CovarianceEstimate estimate = SampleCovariance.of(Tables.random(10, 6, 2), 252);

        assertThat(estimate.isRankDeficient()).isTrue();
        assertThat(SymmetricEigen.of(estimate.matrix()).conditionNumber()).isGreaterThan(1e14);
        assertThat(SampleCovariance.of(Tables.random(10, 60, 2), 252).isRankDeficient())
                .isFalse();
    }

    @Test
    void theReferencePricesGiveTheVolatilityOfThePublishedOptimum() {
        ReturnTable returns = StockFiles.reference().returns();
        SymmetricMatrix covariance = SampleCovariance.of(returns, 252).matrix();
        double[] weights = new double[20];
        weights[returns.codes().indexOf("MA")] = .353487;
        weights[returns.codes().indexOf("FB")] = .206031;
        weights[returns.codes().indexOf("PFE")] = .195702;
        weights[returns.codes().indexOf("BABA")] = .073146;
        weights[returns.codes().indexOf("AAPL")] = .068899;
        weights[returns.codes().indexOf("AMZN")] = .040329;
        weights[returns.codes().indexOf("GOOG")] = .038354;
        weights[returns.codes().indexOf("BBY")] = .013235;
        weights[returns.codes().indexOf("SBUX")] = .010816;

        assertThat(Math.sqrt(covariance.quadratic(weights))).isCloseTo(0.2216556692, within(1e-6));
        assertThat(PositiveSemidefinite.of(covariance).isChanged()).isFalse();
    }

    @Test
    void refusesWhatHasNoCovariance() {
        refuses(
                QuantProblem.TOO_FEW_OBSERVATIONS,
                () -> SampleCovariance.of(
                        Tables.returns(new double[] {0.1, 0.3, NONE}, new double[] {NONE, 0.1, 0.2}), 252));
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> SampleCovariance.of(Tables.random(2, 1, 1), 252));
        refuses(
                QuantProblem.CONSTANT_SERIES,
                () -> SampleCovariance.of(Tables.returns(new double[] {0.1, 0.3}, new double[] {0.1, 0.1}), 252));
        refuses(QuantProblem.OUT_OF_RANGE, () -> SampleCovariance.of(Tables.random(2, 9, 1), -252));
    }
}
