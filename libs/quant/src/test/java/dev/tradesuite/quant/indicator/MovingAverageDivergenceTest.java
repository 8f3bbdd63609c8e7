package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovingAverageDivergenceTest {

    private static final double[] CLOSE = {1, 2, 3, 4, 8};

    /**
     * Fast over 2 closes, share 2/3: (1 + 2) / 2 = 1.5, 2.5, 3.5, 6.5. Slow over 3, share 1/2: (1 + 2 + 3) / 3 = 2, 3,
     * 5.5. Divergences 0.5, 0.5, 1. Signal over 2: (0.5 + 0.5) / 2 = 0.5, then 0.5 + 2/3 x 0.5.
     */
    @Test
    void isTheDistanceOfTwoAveragesAndItsOwnAverage() {
        MovingAverageDivergence divergence =
                MovingAverageDivergence.on(CLOSE, 2, 3, 2).orElseThrow();

        assertThat(divergence.fast()).isCloseTo(6.5, within(1e-12));
        assertThat(divergence.slow()).isCloseTo(5.5, within(1e-12));
        assertThat(divergence.value()).isCloseTo(1, within(1e-12));
        assertThat(divergence.signal().orElseThrow()).isCloseTo(0.5 + 1.0 / 3, within(1e-12));
    }

    @Test
    void itsAveragesAreThoseOfTheCloses() {
        double[] close = new double[60];
        Arrays.setAll(close, i -> 100 + 5 * Math.sin(i));
        MovingAverageDivergence divergence =
                MovingAverageDivergence.on(close, 12, 26, 9).orElseThrow();

        assertThat(divergence.fast()).isEqualTo(ExponentialAverage.on(close, 12).orElseThrow());
        assertThat(divergence.slow()).isEqualTo(ExponentialAverage.on(close, 26).orElseThrow());
    }

    @Test
    void isUnknownOnTooFewClosesAndItsSignalOnSomeMore() {
        assertThat(MovingAverageDivergence.on(Arrays.copyOf(CLOSE, 2), 2, 3, 2)).isEmpty();
        assertThat(MovingAverageDivergence.on(Arrays.copyOf(CLOSE, 3), 2, 3, 2)
                        .orElseThrow()
                        .signal())
                .isEmpty();
        // The mean of the first two divergences.
        assertThat(MovingAverageDivergence.on(Arrays.copyOf(CLOSE, 4), 2, 3, 2)
                        .orElseThrow()
                        .signal())
                .hasValue(0.5);
    }

    @Test
    void theFastAverageMustNotBeTheSlowerOne() {
        assertThatThrownBy(() -> MovingAverageDivergence.on(CLOSE, 3, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fast must not be above slow, was 3 and 2");
    }
}
