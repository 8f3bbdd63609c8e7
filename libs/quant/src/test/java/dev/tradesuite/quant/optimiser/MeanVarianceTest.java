package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MeanVarianceTest {

    private static final List<String> TWO = List.of("A", "B");
    private static final List<String> THREE = List.of("A", "B", "C");

    /** Volatilities 20 % and 30 %, uncorrelated, returns 10 % and 15 %. */
    private static final Universe PAIR =
            Universe.of(TWO, new double[] {0.10, 0.15}, SymmetricMatrix.diagonal(0.04, 0.09));

    /** Uncorrelated, variances 0.04, 0.04 and 0.08, returns 10, 8 and 6 %. */
    private static final Universe TRIPLE =
            Universe.of(THREE, new double[] {0.10, 0.08, 0.06}, SymmetricMatrix.diagonal(0.04, 0.04, 0.08));

    @Test
    void leastVolatilityOfTwoIsInInverseProportionToVariance() {
        Allocation allocation = of(PAIR).minVolatility();

        // w_A = 0.09 / (0.04 + 0.09) = 9 / 13
        assertThat(allocation.weight(0)).isCloseTo(9 / 13.0, within(1e-12));
        assertThat(allocation.weight(1)).isCloseTo(4 / 13.0, within(1e-12));
        assertThat(allocation.used()).isEqualTo(OptimiserMethod.MIN_VOLATILITY);
        assertThat(allocation.change()).isEmpty();
        assertThat(allocation.binding()).isEmpty();
    }

    @Test
    void largestSharpeOfTwoIsInProportionToExcessOverVariance() {
        Allocation allocation = of(PAIR).maxSharpe(0.02);

        // (0.10 - 0.02) / 0.04 = 2 and (0.15 - 0.02) / 0.09 = 13 / 9, together 31 / 9
        assertThat(allocation.weight(0)).isCloseTo(18 / 31.0, within(1e-12));
        assertThat(allocation.weight(1)).isCloseTo(13 / 31.0, within(1e-12));
    }

    @Test
    void quadraticUtilityOfTwoSetsMarginalUtilitiesEqual() {
        Allocation allocation = of(PAIR).maxQuadraticUtility(2);

        // 0.10 - 2 x 0.04 a = 0.15 - 2 x 0.09 (1 - a)  =>  a = (0.10 - 0.15 + 0.18) / 0.26 = 0.5
        assertThat(allocation.weight(0)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void targetsOfTwoFollowFromTheBudget() {
        // 0.10 a + 0.15 (1 - a) = 0.12  =>  a = 0.6
        assertThat(of(PAIR).efficientReturn(0.12).weight(0)).isCloseTo(0.6, within(1e-12));
        // 0.04 a^2 + 0.09 (1 - a)^2 = 0.0225 on the side of B with a = 0.5: 0.01 + 0.0225 = 0.0325
        assertThat(of(PAIR).efficientRisk(Math.sqrt(0.0325)).weight(0)).isCloseTo(0.5, within(1e-12));
        // less than the return of the least volatility is no limit
        assertThat(of(PAIR).efficientReturn(0.01).weight(0)).isCloseTo(9 / 13.0, within(1e-12));
        // more than the volatility of the best asset is no limit
        assertThat(of(PAIR).efficientRisk(0.5).weight(1)).isEqualTo(1);
    }

    @Test
    void leastVolatilityOfThreeAndTheShadowPriceOfACap() {
        Allocation free = of(TRIPLE).minVolatility();
        Allocation capped =
                of(TRIPLE, Constraints.of(THREE).withBounds("A", 0, 0.3)).minVolatility();

        // 1/0.04 : 1/0.04 : 1/0.08 = 2 : 2 : 1
        assertThat(free.weights()).containsExactly(new double[] {0.4, 0.4, 0.2}, within(1e-12));
        // the other 0.7 is shared 2 : 1
        assertThat(capped.weights()).containsExactly(new double[] {0.3, 1.4 / 3, 0.7 / 3}, within(1e-12));
        // d(variance) / 2 = (0.04 x 0.3 - 0.04 x 1.4 / 3) per unit, over the volatility
        double volatility = Math.sqrt(0.04 * 0.09 + 0.04 * 1.96 / 9 + 0.08 * 0.49 / 9);
        assertThat(capped.binding()).singleElement().satisfies(binding -> {
            assertThat(binding.name()).isEqualTo("A at most 30 %");
            assertThat(binding.shadowPrice()).isCloseTo((0.04 * 1.4 / 3 - 0.04 * 0.3) / volatility, within(1e-12));
            assertThat(binding.objective()).isEqualTo("volatility");
            assertThat(binding.sentence()).startsWith("A at most 30 %: one percentage point more room is worth 0.0005");
        });
    }

    @Test
    void aGroupIsKeptAndPriced() {
        Constraints constraints = Constraints.of(THREE).withGroup("AB", List.of("A", "B"), 0, 0.6);

        Allocation allocation = of(TRIPLE, constraints).minVolatility();

        // 0.6 in equal halves, the rest in C
        assertThat(allocation.weights()).containsExactly(new double[] {0.3, 0.3, 0.4}, within(1e-10));
        double volatility = Math.sqrt(2 * 0.04 * 0.09 + 0.08 * 0.16);
        assertThat(allocation.binding()).singleElement().satisfies(binding -> {
            assertThat(binding.name()).isEqualTo("AB at most 60 %");
            assertThat(binding.shadowPrice()).isCloseTo((0.08 * 0.4 - 0.04 * 0.3) / volatility, within(1e-9));
        });
    }

    @Test
    void assetsThatAreCorrelatedAreCappedTogether() {
        SymmetricMatrix correlation = SymmetricMatrix.of(new double[][] {{1, 0.7, 0}, {0.7, 1, 0.6}, {0, 0.6, 1}});
        Constraints constraints = Constraints.of(THREE).withCorrelatedGroups(correlation, 0.6, 0.5);

        // A and B above 0.6, C not: 0.5 in equal halves
        assertThat(constraints.rows()).singleElement().satisfies(row -> assertThat(row.name())
                .isEqualTo("A, B (correlated above 0.6)"));
        assertThat(of(TRIPLE, constraints).minVolatility().weights())
                .containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-10));
        assertRefused(
                () -> of(TRIPLE, Constraints.of(THREE).withCorrelatedGroups(correlation, 0.5, 0.5)),
                QuantProblem.CONSTRAINTS_CONTRADICT,
                "no weights keep A, B, C (correlated above 0.5) at most 50 % within the bounds and a sum of 100 %;"
                        + " 50 % more room would do");
    }

    @Test
    void linearRowsAndMarketNeutralPortfoliosAreKept() {
        Constraints neutral = Constraints.of(THREE).marketNeutral();
        Allocation allocation = of(TRIPLE, neutral).efficientReturn(0.02);
        // 0.10 a - 0.08 (a + c) + 0.06 c = 0.02  =>  a - c = 1, b = 1 - 2a, c = a - 1
        // 0.04 a - 0.08 (1 - 2a) + 0.08 (a - 1) = 0  =>  a = 0.16 / 0.28
        double a = 0.16 / 0.28;
        assertThat(allocation.weights()).containsExactly(new double[] {a, 1 - 2 * a, a - 1}, within(1e-10));

        Constraints linear = Constraints.of(THREE)
                .withLinear("A less B", Map.of("A", 1.0, "B", -1.0), 0.1, Double.POSITIVE_INFINITY);
        // b = a - 0.1, c = 1.1 - 2a: 0.04 a + 0.04 (a - 0.1) - 0.16 (1.1 - 2a) = 0  =>  a = 0.18 / 0.4
        assertThat(of(TRIPLE, linear).minVolatility().weights())
                .containsExactly(new double[] {0.45, 0.35, 0.2}, within(1e-10));
    }

    @Test
    void tradingCostsAndTurnoverHoldBack() {
        double[] now = {0.2, 0.2, 0.6};
        Allocation allocation = of(TRIPLE, Constraints.of(THREE).withTrading(new Trading(now, 0, 0.4)))
                .minVolatility();
        // towards 0.4, 0.4, 0.2; 0.4 of turnover sells 0.2 of C and buys 0.1 of A and of B
        assertThat(allocation.weights()).containsExactly(new double[] {0.3, 0.3, 0.4}, within(1e-9));
        assertThat(allocation.binding()).extracting(BindingConstraint::name).containsExactly("turnover at most 40 %");

        Trading dear = new Trading(now, 0.5, Double.POSITIVE_INFINITY);
        assertThat(of(TRIPLE, Constraints.of(THREE).withTrading(dear))
                        .maxQuadraticUtility(1)
                        .weights())
                .containsExactly(now, within(1e-9));
    }

    @Test
    void anL2PenaltyIsTakenOnTheWeights() {
        // (S + 0.04 I): variances 0.08, 0.08, 0.12  =>  3 : 3 : 2
        assertThat(of(TRIPLE, Constraints.of(THREE).withL2(0.04))
                        .minVolatility()
                        .weights())
                .containsExactly(new double[] {0.375, 0.375, 0.25}, within(1e-12));
        // largest (m - 0.02)' w / sqrt(w' (S + 0.04 I) w): 0.08/0.08 : 0.06/0.08 : 0.04/0.12
        double sum = 1 + 0.75 + 1 / 3.0;
        assertThat(of(TRIPLE, Constraints.of(THREE).withL2(0.04))
                        .maxSharpe(0.02)
                        .weights())
                .containsExactly(new double[] {1 / sum, 0.75 / sum, 1 / 3.0 / sum}, within(1e-12));
        // utility 0.10 a - 0.04 a^2 / 2 x 2 - 0.04 a^2: as risk aversion 2 and variances 0.08, 0.08, 0.12
        Allocation utility = of(TRIPLE, Constraints.of(THREE).withL2(0.04)).maxQuadraticUtility(2);
        Universe same = Universe.of(THREE, TRIPLE.expectedReturns(), SymmetricMatrix.diagonal(0.08, 0.08, 0.12));
        assertThat(utility.weights())
                .containsExactly(of(same).maxQuadraticUtility(2).weights(), within(1e-12));
        assertRefused(
                () -> of(TRIPLE, Constraints.of(THREE).withL2(1)).efficientRisk(0.2),
                QuantProblem.METHOD_DOES_NOT_FIT,
                "an L2 penalty does not go with a target volatility");
    }

    @Test
    void fallsBackToLeastVolatilityWhenNothingBeatsTheRiskFreeRate() {
        Allocation allocation = of(PAIR).maxSharpe(0.2);

        assertThat(allocation.asked()).isEqualTo(OptimiserMethod.MAX_SHARPE);
        assertThat(allocation.used()).isEqualTo(OptimiserMethod.MIN_VOLATILITY);
        assertThat(allocation.change()).contains(MethodChange.NOTHING_BEATS_RISK_FREE);
        assertThat(allocation.weight(0)).isCloseTo(9 / 13.0, within(1e-12));
    }

    @Test
    void theFrontierRunsFromTheLeastVolatilityToTheBestAsset() {
        List<Allocation> frontier = of(PAIR).frontier(50);

        assertThat(frontier).hasSize(50);
        assertThat(frontier.getFirst().weight(0)).isCloseTo(9 / 13.0, within(1e-12));
        assertThat(frontier.getLast().weight(1)).isEqualTo(1);
        for (int i = 1; i < 50; i++) {
            assertThat(PAIR.volatility(frontier.get(i).weights()))
                    .isGreaterThan(PAIR.volatility(frontier.get(i - 1).weights()));
        }
        assertThat(of(PAIR).corners()).hasSizeBetween(2, 3);
    }

    @Test
    void wishesThatCannotBeMetAreRefusedInWords() {
        List<String> five = List.of("A", "B", "C", "D", "E");
        Universe universe = Universe.of(five, new double[] {.1, .2, .3, .4, .5}, SymmetricMatrix.identity(5));
        Constraints constraints = Constraints.of(five);

        assertRefused(
                () -> of(universe, constraints.withBounds(0, 0.15)),
                QuantProblem.BUDGET_UNREACHABLE,
                "5 strategies x 15 % cannot reach 100 %");
        assertRefused(
                () -> of(universe, constraints.withBounds(0.25, 1)),
                QuantProblem.BUDGET_UNREACHABLE,
                "5 strategies x 25 % already exceed 100 %");
        assertRefused(
                () -> of(universe, constraints.withBounds(0, 0.1).withBounds("A", 0, 0.2)),
                QuantProblem.BUDGET_UNREACHABLE,
                "the upper bounds of 5 strategies, 60 % together, cannot reach 100 %");
        assertRefused(
                () -> of(universe, constraints.withBounds("B", 0.5, 0.4)),
                QuantProblem.BOUNDS_CONTRADICT,
                "B must have at least 50 % and at most 40 %");
        assertRefused(
                () -> of(
                        universe,
                        constraints
                                .withGroup("tech", List.of("A", "B"), 0, 0.3)
                                .withGroup("growth", List.of("A", "B"), 0.5, 1)),
                QuantProblem.CONSTRAINTS_CONTRADICT,
                "no weights keep tech at most 30 % and growth at least 50 % within the bounds and a sum of 100 %;"
                        + " 10 % more room would do");
        assertRefused(
                () -> of(universe, constraints.withHoldings(5, 5, 0.25)),
                QuantProblem.HOLDINGS_UNREACHABLE,
                "5 holdings of at least 25 % need 125 %, more than 100 %");
        assertRefused(
                () -> of(universe, constraints.withBounds(0, 0.3).withHoldings(0, 3, 0)),
                QuantProblem.HOLDINGS_UNREACHABLE,
                "the 3 largest upper bounds reach 90 %, not 100 %");
        assertRefused(
                () -> of(universe, constraints.withHoldings(6, 9, 0)),
                QuantProblem.HOLDINGS_UNREACHABLE,
                "6 holdings of 5 assets");
        assertRefused(
                () -> of(universe, constraints).efficientReturn(0.6),
                QuantProblem.RETURN_UNREACHABLE,
                "target return 60 % is above the best; reachable are 30 % (at the least volatility) to 50 %");
        assertRefused(
                () -> of(universe, constraints).efficientRisk(0.4),
                QuantProblem.RISK_UNREACHABLE,
                "target volatility 40 % is below the least one; reachable are 44.7214 % to 100 %");
    }

    @Test
    void badInputIsRefusedWithItsOwnProblem() {
        SymmetricMatrix identity = SymmetricMatrix.identity(2);
        assertProblem(() -> Universe.of(List.of(), new double[0], identity), QuantProblem.EMPTY);
        assertProblem(() -> Universe.of(List.of("A"), new double[1], identity), QuantProblem.ONE_ASSET);
        assertProblem(() -> Universe.of(List.of("A", "A"), new double[2], identity), QuantProblem.DUPLICATE_CODE);
        assertProblem(() -> Universe.of(TWO, new double[3], identity), QuantProblem.WRONG_SIZE);
        assertProblem(() -> Universe.of(TWO, new double[2], SymmetricMatrix.identity(3)), QuantProblem.WRONG_SIZE);
        assertProblem(() -> Universe.of(TWO, new double[] {0, Double.NaN}, identity), QuantProblem.NOT_FINITE);
        assertProblem(
                () -> Universe.of(TWO, new double[2], SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}})),
                QuantProblem.NOT_POSITIVE_SEMIDEFINITE);
        assertProblem(
                () -> of(Universe.of(TWO, new double[] {.1, .1}, identity)).maxSharpe(0), QuantProblem.EQUAL_RETURNS);
        assertProblem(() -> of(PAIR).maxQuadraticUtility(0), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> of(PAIR).maxQuadraticUtility(Double.NaN), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> of(PAIR).efficientReturn(Double.NaN), QuantProblem.NOT_FINITE);
        assertProblem(() -> of(PAIR).efficientRisk(Double.POSITIVE_INFINITY), QuantProblem.NOT_FINITE);
        assertProblem(() -> of(PAIR, Constraints.of(TWO).withBounds(0, Double.NaN)), QuantProblem.NOT_FINITE);
        assertProblem(() -> Constraints.of(TWO).withBounds("C", 0, 1), QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> of(PAIR, Constraints.of(THREE)), QuantProblem.WRONG_SIZE);
        assertProblem(
                () -> of(PAIR, Constraints.of(TWO).marketNeutral()).maxSharpe(0), QuantProblem.METHOD_DOES_NOT_FIT);
        assertProblem(
                () -> of(Universe.of(TWO, new double[] {.1, .05}, SymmetricMatrix.diagonal(.04, 0)))
                        .maxSharpe(0.02),
                QuantProblem.RISK_FREE_GAIN);
        assertProblem(() -> of(PAIR).frontier(1), QuantProblem.OUT_OF_RANGE);
    }

    @Test
    void anAssetWithoutRiskIsTheLeastVolatility() {
        Universe universe = Universe.of(TWO, new double[] {.1, .02}, SymmetricMatrix.diagonal(.04, 0));

        assertThat(of(universe).minVolatility().weights()).containsExactly(0, 1);
        assertThat(of(universe).efficientReturn(0.06).weights()).containsExactly(new double[] {.5, .5}, within(1e-12));
    }

    private static MeanVariance of(Universe universe) {
        return of(universe, Constraints.of(universe.codes()));
    }

    private static MeanVariance of(Universe universe, Constraints constraints) {
        return MeanVariance.of(universe, constraints);
    }

    private static void assertRefused(ThrowingCallable call, QuantProblem problem, String words) {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(call)
                .withMessage(words)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static void assertProblem(ThrowingCallable call, QuantProblem problem) {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
