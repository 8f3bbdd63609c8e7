package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialAverageTest {

    private static final double[] VALUES = {1, 2, 3, 8};

    @Test
    void beginsWithTheMeanAndTakesEveryLaterValueInByItsShare() {
        // (1 + 2 + 3) / 3 = 2; 2 + 2 / (3 + 1) x (8 - 2) = 5
        assertThat(ExponentialAverage.on(VALUES, 3).orElseThrow()).isCloseTo(5, within(1e-12));
    }

    @Test
    void isTheMeanOfAsManyValuesAsItAverages() {
        // (1 + 2 + 3 + 8) / 4
        assertThat(ExponentialAverage.on(VALUES, 4).orElseThrow()).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void isUnknownOnFewerValues() {
        assertThat(ExponentialAverage.on(VALUES, 5)).isEmpty();
        assertThat(ExponentialAverage.on(new double[0], 1)).isEmpty();
    }
}
