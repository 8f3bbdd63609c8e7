package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RiskBasedTest {

    private static final List<String> TWO = List.of("A", "B");

    /** Volatilities 20 % and 40 %, correlation 0.5. */
    private static final Universe PAIR =
            Universe.of(TWO, new double[2], SymmetricMatrix.of(new double[][] {{0.04, 0.04}, {0.04, 0.16}}));

    @Test
    void ofTwoAssetsRiskParityAndInverseVolatilityAreTheSame() {
        // 1 / 0.2 : 1 / 0.4 = 2 : 1
        assertThat(RiskBased.inverseVolatility(PAIR).weights())
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(RiskBased.riskParity(PAIR).weights())
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(RiskBased.equalWeight(TWO).weights()).containsExactly(0.5, 0.5);
    }

    @Test
    void budgetsOfTwoUncorrelatedAssetsGoWithTheirRoots() {
        Universe universe = Universe.of(TWO, new double[2], SymmetricMatrix.diagonal(0.04, 0.16));

        // w_i^2 v_i in proportion to the budget: sqrt(3) / 0.2 : 1 / 0.4
        double sum = Math.sqrt(3) / 0.2 + 1 / 0.4;
        assertThat(RiskBased.riskBudget(universe, new double[] {3, 1}).weights())
                .containsExactly(new double[] {Math.sqrt(3) / 0.2 / sum, 1 / 0.4 / sum}, within(1e-12));
    }

    @Test
    void maximumDiversificationOfTwoIsInInverseProportionToVolatility() {
        Allocation allocation = RiskBased.maxDiversification(PAIR, Constraints.of(TWO));

        assertThat(allocation.weights()).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(allocation.used()).isEqualTo(OptimiserMethod.MAX_DIVERSIFICATION);
    }

    @Test
    void contributionsAreTheBudgetsOnRandomCovariances() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Universe universe = RandomProblems.universe(random, 2 + random.nextInt(20));
            double[] budgets = new double[universe.size()];
            double sum = 0;
            for (int i = 0; i < budgets.length; i++) {
                budgets[i] = 0.01 + random.nextDouble();
                sum += budgets[i];
            }

            Allocation allocation = RiskBased.riskBudget(universe, budgets);

            double[] shares = RiskBased.riskShares(universe, allocation.weights());
            for (int i = 0; i < budgets.length; i++) {
                assertThat(shares[i]).isCloseTo(budgets[i] / sum, within(1e-9));
            }
        }
    }

    @Test
    void assetsWithoutRiskAndBudgetsOfNothingAreRefused() {
        Universe still = Universe.of(TWO, new double[2], SymmetricMatrix.diagonal(0.04, 0));

        assertProblem(() -> RiskBased.inverseVolatility(still), QuantProblem.CONSTANT_SERIES);
        assertProblem(() -> RiskBased.riskParity(still), QuantProblem.CONSTANT_SERIES);
        assertProblem(() -> RiskBased.riskBudget(PAIR, new double[] {1, 0}), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> RiskBased.riskBudget(PAIR, new double[] {1, Double.NaN}), QuantProblem.NOT_FINITE);
        assertProblem(() -> RiskBased.riskBudget(PAIR, new double[1]), QuantProblem.WRONG_SIZE);
        assertProblem(() -> RiskBased.equalWeight(List.of("A")), QuantProblem.ONE_ASSET);
    }

    private static void assertProblem(ThrowingCallable call, QuantProblem problem) {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
