package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.quant.QuantException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscreteAllocationTest {

    @Test
    void greedyBuysTheNeediestWhileCashIsEnough() {
        // wanted 500 and 500 of 1,000: 1 x 300 and 2 x 200 are rounded down, 300 left; A misses 200, B 100: A, nothing
        // left
        DiscreteAllocation bought = DiscreteAllocation.greedy(wish(new double[] {0.5, 0.5}, "1", "1000", "300", "200"));

        assertThat(bought.quantities()).containsExactly(new BigDecimal("2"), new BigDecimal("2"));
        assertThat(bought.cash()).isEqualByComparingTo("0");
        assertThat(bought.shortfall()).isEqualByComparingTo("200");
    }

    @Test
    void fractionsAreMultiplesOfTheirStep() {
        // 333.33 / 123 = 2.7100 and 666.67 / 7 = 95.2386
        DiscreteAllocation bought =
                DiscreteAllocation.closest(wish(new double[] {1 / 3.0, 2 / 3.0}, "0.001", "1000", "123", "7"));

        assertThat(bought.quantities().get(0)).isBetween(new BigDecimal("2.709"), new BigDecimal("2.711"));
        assertThat(bought.quantities().get(1)).isBetween(new BigDecimal("95.237"), new BigDecimal("95.239"));
        assertThat(bought.cash().signum()).isNotNegative();
        assertThat(bought.exact()).isTrue();
    }

    @Test
    void theClosestIsThatOfAllThatCanBeBought() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            double[] weights = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double sum = weights[0] + weights[1] + weights[2];
            for (int i = 0; i < 3; i++) {
                weights[i] /= sum;
            }
            int[] prices = {5 + random.nextInt(60), 5 + random.nextInt(60), 5 + random.nextInt(60)};
            DiscreteAllocation.Wish wish = new DiscreteAllocation.Wish(
                    weights,
                    Arrays.stream(prices).mapToObj(BigDecimal::valueOf).toList(),
                    BigDecimal.ONE,
                    BigDecimal.valueOf(200));

            DiscreteAllocation closest = DiscreteAllocation.closest(wish);

            assertThat(closest.exact()).isTrue();
            assertThat(closest.cash().signum()).isNotNegative();
            assertThat(closest.shortfall())
                    .isLessThanOrEqualTo(DiscreteAllocation.greedy(wish).shortfall());
            assertThat(closest.shortfall().doubleValue()).isLessThanOrEqualTo(leastByTrial(weights, prices) + 1e-9);
        }
    }

    @Test
    void badWishesAreRefused() {
        for (Runnable wish : List.<Runnable>of(
                () -> wish(new double[] {0.5}, "1", "1000", "300", "200"),
                () -> wish(new double[] {-0.5, 0.5}, "1", "1000", "300", "200"),
                () -> wish(new double[] {0.8, 0.5}, "1", "1000", "300", "200"),
                () -> wish(new double[] {Double.NaN, 0.5}, "1", "1000", "300", "200"),
                () -> wish(new double[] {0.5, 0.5}, "0", "1000", "300", "200"),
                () -> wish(new double[] {0.5, 0.5}, "1", "-1", "300", "200"),
                () -> wish(new double[] {0.5, 0.5}, "1", "1000", "0", "200"))) {
            assertThatExceptionOfType(QuantException.class).isThrownBy(wish::run);
        }
    }

    private static double leastByTrial(double[] weights, int[] prices) {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a * prices[0] <= 200; a++) {
            for (int b = 0; a * prices[0] + b * prices[1] <= 200; b++) {
                for (int c = 0; a * prices[0] + b * prices[1] + c * prices[2] <= 200; c++) {
                    int spent = a * prices[0] + b * prices[1] + c * prices[2];
                    least = Math.min(
                            least,
                            200
                                    - spent
                                    + Math.abs(200 * weights[0] - a * prices[0])
                                    + Math.abs(200 * weights[1] - b * prices[1])
                                    + Math.abs(200 * weights[2] - c * prices[2]));
                }
            }
        }
        return least;
    }

    private static DiscreteAllocation.Wish wish(double[] weights, String step, String capital, String... prices) {
        return new DiscreteAllocation.Wish(
                weights,
                Arrays.stream(prices).map(BigDecimal::new).toList(),
                new BigDecimal(step),
                new BigDecimal(capital));
    }
}
