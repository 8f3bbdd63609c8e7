package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectionalMovementTest {

    // Moves: 2 up; 1 up; 2 down (its high is 1 below); 3 up. True ranges: 3, 2, 3, 15 - 10 = 5.
    private static final double[] HIGH = {10, 12, 13, 12, 15};
    private static final double[] LOW = {8, 9, 11, 9, 12};
    private static final double[] CLOSE = {9, 11, 12, 10, 14};

    /**
     * Averages over 2. Up: (2 + 1) / 2 = 1.5, 0.75, 1.875. Down: 0, 1, 0.5. Range: 2.5, 2.75, 3.875. One-sidedness:
     * 100, 100 x 0.25 / 1.75 = 14.2857, 100 x 1.375 / 2.375 = 57.8947. Index: (100 + 14.2857) / 2 = 57.1429, then
     * 57.1429 + (57.8947 - 57.1429) / 2 = 57.5188.
     */
    @Test
    void isTheShareOfTheRangeAndItsOneSidednessAveraged() {
        DirectionalMovement movement = on(5, 2).orElseThrow();

        assertThat(movement.plus()).isCloseTo(100 * 1.875 / 3.875, within(1e-12));
        assertThat(movement.minus()).isCloseTo(100 * 0.5 / 3.875, within(1e-12));
        assertThat(movement.index().orElseThrow()).isCloseTo(57.5188, within(1e-4));
    }

    @Test
    void isUnknownOnTooFewCandlesAndItsIndexOnSomeMore() {
        assertThat(on(2, 2)).isEmpty();
        assertThat(on(3, 2).orElseThrow().index()).isEmpty();
        assertThat(on(4, 2).orElseThrow().index()).isPresent();
        assertThat(on(0, 2)).isEmpty();
    }

    @Test
    void isUnknownWhereNoCandleHasARange() {
        double[] still = {2, 2, 2, 2, 2};
        assertThat(DirectionalMovement.on(still, still, still, 2)).isEmpty();
    }

    /** Inside candles have a range and reach beyond no other: nothing moves, and an index of 0 says so. */
    @Test
    void isZeroWhereCandlesLieInsideOneAnother() {
        double[] high = {15, 14, 13, 12};
        double[] low = {5, 6, 7, 8};
        double[] close = {10, 10, 10, 10};

        DirectionalMovement movement =
                DirectionalMovement.on(high, low, close, 2).orElseThrow();

        assertThat(movement.plus()).isZero();
        assertThat(movement.minus()).isZero();
        assertThat(movement.index()).hasValue(0);
    }

    private static Optional<DirectionalMovement> on(int candles, int count) {
        return DirectionalMovement.on(
                Arrays.copyOf(HIGH, candles), Arrays.copyOf(LOW, candles), Arrays.copyOf(CLOSE, candles), count);
    }
}
