package dev.tradesuite.quant.risk;

import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.RandomMatrices;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskContributionsTest {

    private static final SymmetricMatrix COVARIANCE = SymmetricMatrix.of(new double[][] {{0.04, 0.01}, {0.01, 0.09}});

    @Test
    void volatilityWorksOut() {
        // S w = (0.025, 0.05), variance 0.0375, volatility 0.1936492; marginal 0.1290994, 0.2581989; half of each
        RiskContributions risk = RiskContributions.volatility(COVARIANCE, new double[] {0.5, 0.5});

        assertThat(risk.total()).isCloseTo(0.1936492, within(1e-7));
        assertThat(risk.marginal()).containsExactly(new double[] {0.1290994, 0.2581989}, within(1e-7));
        assertThat(risk.component()).containsExactly(new double[] {0.0645497, 0.1290994}, within(1e-7));
        assertThat(risk.shares()).containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-15));
    }

    @Test
    void normalRiskIsTheVolatilityLessTheMean() {
        // 1.644854 x 0.1936492 - (0.5 x 0.1 + 0.5 x 0.2) = 0.1685246
        double[] means = {0.1, 0.2};
        double[] weights = {0.5, 0.5};

        assertThat(RiskContributions.normalValueAtRisk(COVARIANCE, means, weights, 0.95)
                        .total())
                .isCloseTo(0.1685246, within(1e-6));
        // 2.062713 x 0.1936492 - 0.15
        assertThat(RiskContributions.normalExpectedShortfall(COVARIANCE, means, weights, 0.95)
                        .total())
                .isCloseTo(0.2494426, within(1e-6));
    }

    @Test
    void historicalRiskIsWhatAssetsLostOnTheWorstDays() {
        // 21 days, the portfolio falls by 0.01 to 0.21; position 1: day 20 alone; the two worst: days 20 and 21
        double[] x = new double[21];
        double[] y = new double[21];
        for (int t = 0; t < 21; t++) {
            x[t] = -0.01 * (t + 1);
            y[t] = t % 2 == 0 ? -0.01 * (t + 1) - 0.04 : -0.01 * (t + 1) + 0.04;
        }
        ReturnTable returns = Tables.returns(x, y);
        RiskContributions risk = RiskContributions.historicalValueAtRisk(returns, new double[] {1, 0.001}, 0.95);
        assertThat(risk.marginal()).containsExactly(new double[] {0.2, 0.16}, within(1e-12));

        RiskContributions shortfall =
                RiskContributions.historicalExpectedShortfall(returns, new double[] {1, 0.001}, 0.95);
        assertThat(shortfall.marginal()).containsExactly(new double[] {0.205, 0.205}, within(1e-12));
    }

    @Test
    void componentsAddUpToTheRiskMeasuredOtherwise() {
        for (long seed = 0; seed < 20; seed++) {
            ReturnTable returns = Tables.random(6, 333, seed);
            double[] weights = RandomMatrices.vector(6, seed + 50);
            double[] portfolio = returns.portfolio(weights);
            TailRisk historical = ValueAtRisk.historical(portfolio, TailLevel.of(0.95));
            for (RiskContributions risk : List.of(
                    RiskContributions.historicalValueAtRisk(returns, weights, 0.95),
                    RiskContributions.historicalExpectedShortfall(returns, weights, 0.95))) {
                assertThat(Vectors.sum(risk.component())).isCloseTo(risk.total(), within(1e-12));
                assertThat(Vectors.dot(weights, risk.marginal())).isCloseTo(risk.total(), within(1e-12));
            }
            assertThat(RiskContributions.historicalValueAtRisk(returns, weights, 0.95)
                            .total())
                    .isCloseTo(historical.valueAtRisk().value().orElseThrow(), within(1e-12));
            assertThat(RiskContributions.historicalExpectedShortfall(returns, weights, 0.95)
                            .total())
                    .isCloseTo(historical.expectedShortfall().value().orElseThrow(), within(1e-12));
        }
    }

    @Test
    void theMarginalIsTheSlope() {
        SymmetricMatrix covariance = RandomMatrices.covariance(5, 15, 4);
        double[] weights = {0.1, 0.3, -0.2, 0.5, 0.3};
        RiskContributions risk = RiskContributions.volatility(covariance, weights);
        for (int i = 0; i < 5; i++) {
            double[] more = weights.clone();
            more[i] += 1e-6;
            double slope = (RiskContributions.volatility(covariance, more).total() - risk.total()) / 1e-6;
            assertThat(risk.marginal()[i]).isCloseTo(slope, within(1e-5));
        }
    }

    @Test
    void refusesBadInput() {
        double[] weights = {0.5, 0.5};
        refuses(QuantProblem.WRONG_SIZE, () -> RiskContributions.volatility(COVARIANCE, new double[1]));
        refuses(QuantProblem.NOT_FINITE, () -> RiskContributions.volatility(COVARIANCE, new double[] {1, Double.NaN}));
        refuses(QuantProblem.CONSTANT_SERIES, () -> RiskContributions.volatility(COVARIANCE, new double[2]));
        refuses(
                QuantProblem.NOT_POSITIVE_SEMIDEFINITE,
                () -> RiskContributions.volatility(SymmetricMatrix.diagonal(-1, -1), weights));
        refuses(
                QuantProblem.WRONG_SIZE,
                () -> RiskContributions.normalValueAtRisk(COVARIANCE, new double[3], weights, 0.95));
        refuses(
                QuantProblem.TOO_FEW_OBSERVATIONS,
                () -> RiskContributions.historicalValueAtRisk(Tables.random(2, 50, 1), weights, 0.99));
    }
}
