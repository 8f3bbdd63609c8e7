package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeStrengthTest {

    // Changes: +1, -0.5, +1.5
    private static final double[] CLOSE = {10, 11, 10.5, 12};

    @Test
    void isTheShareOfTheAverageGain() {
        // Gains (1 + 0) / 2 = 0.5, then 0.5 + (1.5 - 0.5) / 2 = 1; losses 0.25, then 0.25 - 0.25 / 2 = 0.125;
        // 100 x 1 / 1.125 = 88.8889
        assertThat(RelativeStrength.on(CLOSE, 2).orElseThrow()).isCloseTo(100 / 1.125, within(1e-12));
    }

    @Test
    void isUnknownOnFewerChangesThanItAveragesAndOnAPriceThatNeverMoved() {
        assertThat(RelativeStrength.on(CLOSE, 3)).isPresent();
        assertThat(RelativeStrength.on(CLOSE, 4)).isEmpty();
        assertThat(RelativeStrength.on(new double[] {1, 1, 1, 1}, 2)).isEmpty();
    }
}
