package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LeastTailRiskTest {

    private static final List<String> TWO = List.of("A", "B");

    /** A loses 4 % on the first day, B 2 % on the second. */
    private static final Scenarios DAYS =
            Scenarios.of(TWO, new double[][] {{-0.04, 0.02}, {0.02, -0.02}, {0.01, 0.01}, {0.02, 0.02}});

    @Test
    void tailsAreMeansOfTheWorstDays() {
        double[] a = {1, 0};
        // one of four days: 4 %; two of four: (4 % - 1 %) / 2
        assertThat(DAYS.cvar(a, 0.75)).isCloseTo(0.04, within(1e-15));
        assertThat(DAYS.cvar(a, 0.5)).isCloseTo(0.015, within(1e-15));
        // falls of A: 4, 2, 1, 0 %; with 90 % only part of the worst day counts
        assertThat(DAYS.cdar(a, 0.5)).isCloseTo(0.03, within(1e-15));
        assertThat(DAYS.cdar(a, 0.9)).isCloseTo(0.04, within(1e-15));
        assertThat(DAYS.semivariance(a, 0)).isCloseTo(0.0016 / 4, within(1e-18));
    }

    @Test
    void theLeastTailLossMakesTheWorstDaysEqual() {
        // losses 0.04 a - 0.02 b and -0.02 a + 0.02 b with b = 1 - a: 0.06 a - 0.02 = 0.02 - 0.04 a  =>  a = 0.4
        Allocation allocation = LeastTailRisk.of(DAYS, Constraints.of(TWO)).minCvar(0.75);

        assertThat(allocation.weights()).containsExactly(new double[] {0.4, 0.6}, within(1e-8));
        assertThat(DAYS.cvar(allocation.weights(), 0.75)).isCloseTo(0.004, within(1e-9));
    }

    @Test
    void theLeastSemivarianceOfTwoDaysOfLoss() {
        // (0.06 a - 0.02)^2 over a >= 1/3 and (0.02 - 0.04 a)^2 over a <= 1/2: 0.06 (0.06 a - 0.02) = 0.04 (0.02 - 0.04
        // a)
        double a = 0.0020 / 0.0052;
        assertThat(LeastTailRisk.of(DAYS, Constraints.of(TWO))
                        .minSemivariance(0)
                        .weights())
                .containsExactly(new double[] {a, 1 - a}, within(1e-9));
    }

    @Test
    void agreesWithTheExactLinearProgramsOnStocks() {
        StockPrices prices = StockPrices.read("stock_prices.csv");
        double[][] whole = Arrays.stream(prices.returns())
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
        Scenarios scenarios = Scenarios.of(prices.codes(), whole);
        LeastTailRisk portfolios = LeastTailRisk.of(scenarios, Constraints.of(prices.codes()));

        // 895 days; objectives of the same programs by a simplex solver (HiGHS)
        assertThat(whole).hasNumberOfRows(895);
        assertThat(scenarios.cvar(portfolios.minCvar(0.95).weights(), 0.95)).isCloseTo(0.017049502122, within(1e-9));
        assertThat(scenarios.cdar(portfolios.minCdar(0.95).weights(), 0.95)).isCloseTo(0.056433122271, within(1e-9));
    }

    @Test
    void nothingNearbyIsBetter() {
        Random random = new Random(5);
        for (int round = 0; round < 10; round++) {
            int size = 2 + random.nextInt(6);
            double[][] days = new double[60 + random.nextInt(60)][size];
            for (double[] day : days) {
                for (int i = 0; i < size; i++) {
                    day[i] = 0.0003 + 0.01 * random.nextGaussian();
                }
            }
            Scenarios scenarios = Scenarios.of(RandomProblems.codes(size), days);
            Constraints constraints = Constraints.of(scenarios.codes())
                    .withBounds(0, 0.8)
                    .withGroup("first two", scenarios.codes().subList(0, 2), 0.3, 1);
            LeastTailRisk portfolios = LeastTailRisk.of(scenarios, constraints);
            double[] cvar = portfolios.minCvar(0.9).weights();
            double[] cdar = portfolios.minCdar(0.9).weights();
            double[] semivariance = portfolios.minSemivariance(0).weights();
            for (int probe = 0; probe < 200; probe++) {
                double[] other = nearby(random, constraints, cvar);
                assertThat(scenarios.cvar(other, 0.9)).isGreaterThan(scenarios.cvar(cvar, 0.9) - 1e-9);
                other = nearby(random, constraints, cdar);
                assertThat(scenarios.cdar(other, 0.9)).isGreaterThan(scenarios.cdar(cdar, 0.9) - 1e-9);
                other = nearby(random, constraints, semivariance);
                assertThat(scenarios.semivariance(other, 0))
                        .isGreaterThan(scenarios.semivariance(semivariance, 0) - 1e-12);
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Constraints free = Constraints.of(TWO);
        assertProblem(() -> LeastTailRisk.of(DAYS, free).minCvar(1), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> LeastTailRisk.of(DAYS, free).minCdar(Double.NaN), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> LeastTailRisk.of(DAYS, free).minSemivariance(Double.NaN), QuantProblem.NOT_FINITE);
        assertProblem(() -> LeastTailRisk.of(DAYS, free.withL2(1)), QuantProblem.METHOD_DOES_NOT_FIT);
        assertProblem(() -> LeastTailRisk.of(DAYS, free.withBounds(0, 0.4)), QuantProblem.BUDGET_UNREACHABLE);
        assertProblem(() -> Scenarios.of(TWO, new double[1][2]), QuantProblem.TOO_FEW_OBSERVATIONS);
        assertProblem(() -> Scenarios.of(TWO, new double[][] {{0, 0}, {0, Double.NaN}}), QuantProblem.NOT_FINITE);
    }

    private static double[] nearby(Random random, Constraints constraints, double[] weights) {
        while (true) {
            double[] other = weights.clone();
            int from = random.nextInt(other.length);
            int to = random.nextInt(other.length);
            double moved = 0.02 * random.nextDouble();
            other[from] -= moved;
            other[to] += moved;
            if (constraints.violation(other) < 1e-9) {
                return other;
            }
        }
    }

    private static void assertProblem(ThrowingCallable call, QuantProblem problem) {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
