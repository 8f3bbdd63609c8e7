package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties on seeded problems, one method against another, and a choice of holdings against trying all. */
class RandomProblemsTest {

    private static final double RATE = 0.01;

    @Test
    void theCriticalLineAndTheInteriorPointAgree() {
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            Universe universe = RandomProblems.universe(random, 2 + random.nextInt(25));
            Constraints box = bounded(random, universe.codes());
            Constraints rows = box.withGroup("all", universe.codes(), -9, 9);

            assertSame(
                    universe,
                    MeanVariance.of(universe, box).minVolatility(),
                    MeanVariance.of(universe, rows).minVolatility());
            assertSame(
                    universe,
                    MeanVariance.of(universe, box).maxQuadraticUtility(3),
                    MeanVariance.of(universe, rows).maxQuadraticUtility(3));
            assertSame(
                    universe,
                    MeanVariance.of(universe, box).maxSharpe(-0.06),
                    MeanVariance.of(universe, rows).maxSharpe(-0.06));
        }
    }

    @Test
    void equalAssetsAndAssetsWithoutRiskDoNotMakeItGoInCircles() {
        Random random = new Random(2);
        int unproven = 0;
        for (int round = 0; round < 400; round++) {
            Universe universe = RandomProblems.degenerate(random, 2 + random.nextInt(8));
            MeanVariance portfolios = MeanVariance.of(universe, bounded(random, universe.codes()));
            try {
                assertThat(portfolios.minVolatility().certificate().proves()).isTrue();
                assertThat(portfolios.maxQuadraticUtility(2).certificate().proves())
                        .isTrue();
                assertThat(portfolios.frontier(5)).hasSize(5);
            } catch (QuantException e) {
                assertThat(e.problem()).isEqualTo(QuantProblem.NOT_PROVEN);
                unproven++;
            }
        }
        assertThat(unproven).isLessThan(12);
    }

    @Test
    void permutingAssetsPermutesWeights() {
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            Universe universe = RandomProblems.universe(random, 3 + random.nextInt(15));
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < universe.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            int[] indices = order.stream().mapToInt(Integer::intValue).toArray();
            Universe permuted = Universe.of(
                    order.stream().map(universe.codes()::get).toList(),
                    order.stream()
                            .mapToDouble(i -> universe.expectedReturns()[i])
                            .toArray(),
                    universe.covariance().part(indices));

            Allocation plain = free(universe).maxSharpe(RATE);
            Allocation other = free(permuted).maxSharpe(RATE);

            plain.byCode().forEach((code, weight) -> assertThat(other.byCode().get(code))
                    .isCloseTo(weight, within(1e-9)));
        }
    }

    @Test
    void scalingCovarianceDoesNotChangeTheLargestSharpe() {
        Random random = new Random(4);
        for (int round = 0; round < 30; round++) {
            Universe universe = RandomProblems.universe(random, 3 + random.nextInt(15));
            Universe scaled = Universe.of(
                    universe.codes(),
                    universe.expectedReturns(),
                    universe.covariance().scaled(0.0001 + 100 * random.nextDouble()));

            assertThat(free(scaled).maxSharpe(RATE).weights())
                    .containsExactly(free(universe).maxSharpe(RATE).weights(), within(1e-8));
        }
    }

    @Test
    void tighterBoundsAreNeverBetter() {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            Universe universe = RandomProblems.universe(random, 5 + random.nextInt(15));
            double before = -1;
            for (double cap = 0.25; cap <= 1; cap += 0.15) {
                Constraints constraints = Constraints.of(universe.codes()).withBounds(0, cap);
                double sharpe =
                        sharpe(universe, MeanVariance.of(universe, constraints).maxSharpe(RATE));
                assertThat(sharpe).isGreaterThanOrEqualTo(before - 1e-10);
                before = sharpe;
            }
        }
    }

    @Test
    void aChoiceOfHoldingsIsTheBestOfAll() {
        Random random = new Random(6);
        for (int round = 0; round < 12; round++) {
            Universe universe = RandomProblems.universe(random, 6);
            int least = 1 + random.nextInt(4);
            int most = least + random.nextInt(2);
            Constraints constraints = Constraints.of(universe.codes()).withBounds(0, 1);

            Allocation allocation = MeanVariance.of(universe, constraints.withHoldings(least, most, 0.15))
                    .maxSharpe(RATE);

            assertThat(sharpe(universe, allocation))
                    .isCloseTo(bestOfAll(universe, constraints, least, most), within(1e-9));
            long held = allocation.byCode().values().stream()
                    .filter(weight -> weight > 1e-9)
                    .count();
            assertThat(held).isBetween((long) least, (long) most);
            assertThat(allocation.byCode().values())
                    .allMatch(weight -> Math.abs(weight) < 1e-9 || weight > 0.15 - 1e-9);
        }
    }

    /** A target is a limit, also where a choice of holdings cannot use it up. */
    @Test
    void targetsWithAChoiceOfHoldingsAreMetAsFarAsHoldingsAllow() {
        Random random = new Random(8);
        for (int round = 0; round < 12; round++) {
            Universe universe = RandomProblems.universe(random, 7);
            MeanVariance portfolios =
                    MeanVariance.of(universe, Constraints.of(universe.codes()).withHoldings(4, 7, 0.1));
            double least = universe.volatility(portfolios.minVolatility().weights());
            double before = Double.NEGATIVE_INFINITY;
            for (double target = least; target < least + 0.5; target += 0.05) {
                Allocation allocation = portfolios.efficientRisk(target);
                assertThat(universe.volatility(allocation.weights())).isLessThanOrEqualTo(target + 1e-8);
                assertThat(universe.expectedReturn(allocation.weights())).isGreaterThanOrEqualTo(before - 1e-9);
                before = universe.expectedReturn(allocation.weights());
            }
            assertThat(portfolios.frontier(6)).hasSize(6);
        }
    }

    private static double bestOfAll(Universe universe, Constraints constraints, int least, int most) {
        double best = Double.NEGATIVE_INFINITY;
        for (int chosen = 1; chosen < 1 << universe.size(); chosen++) {
            int count = Integer.bitCount(chosen);
            if (count < least || count > most) {
                continue;
            }
            Constraints part = constraints;
            for (int i = 0; i < universe.size(); i++) {
                boolean isHeld = (chosen >> i & 1) == 1;
                part = part.withBounds(universe.codes().get(i), isHeld ? 0.15 : 0, isHeld ? 1 : 0);
            }
            best = Math.max(
                    best, sharpe(universe, MeanVariance.of(universe, part).maxSharpe(RATE)));
        }
        return best;
    }

    private static MeanVariance free(Universe universe) {
        return MeanVariance.of(universe, Constraints.of(universe.codes()));
    }

    private static double sharpe(Universe universe, Allocation allocation) {
        return PortfolioPerformance.of(universe, allocation.weights(), RATE)
                .sharpe()
                .value()
                .orElseThrow();
    }

    private static void assertSame(Universe universe, Allocation a, Allocation b) {
        assertThat(universe.volatility(a.weights())).isCloseTo(universe.volatility(b.weights()), within(1e-9));
        assertThat(a.weights()).containsExactly(b.weights(), within(1e-7));
    }

    private static Constraints bounded(Random random, List<String> codes) {
        Constraints constraints = Constraints.of(codes);
        double room = 0;
        for (String code : codes) {
            double least = random.nextInt(4) == 0 ? -0.1 : 0;
            double most = random.nextInt(3) == 0 ? 0.25 : 1;
            room += most;
            constraints = constraints.withBounds(code, least, most);
        }
        return room < 1 ? Constraints.of(codes) : constraints;
    }
}
