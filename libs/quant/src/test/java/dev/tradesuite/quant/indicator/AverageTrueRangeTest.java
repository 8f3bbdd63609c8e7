package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AverageTrueRangeTest {

    // Ranges: 12 - 10 = 2; max(15, 11) - min(13, 11) = 4; max(14, 14) - min(12, 14) = 2; max(13, 13) - min(9, 13) = 4
    private static final double[] HIGH = {12, 15, 14, 13};
    private static final double[] LOW = {10, 13, 12, 9};
    private static final double[] CLOSE = {11, 14, 13, 10};

    @Test
    void isTheMeanOfTheFirstRanges() {
        // (2 + 4 + 2 + 4) / 4
        assertThat(AverageTrueRange.on(HIGH, LOW, CLOSE, 4).orElseThrow()).isCloseTo(3, within(1e-12));
    }

    @Test
    void isMovedByEveryLaterRange() {
        // (2 + 4) / 2 = 3; 3 + (2 - 3) / 2 = 2.5; 2.5 + (4 - 2.5) / 2 = 3.25
        assertThat(AverageTrueRange.on(HIGH, LOW, CLOSE, 2).orElseThrow()).isCloseTo(3.25, within(1e-12));
    }

    @Test
    void isUnknownOnFewerCandlesThanItAverages() {
        assertThat(AverageTrueRange.on(HIGH, LOW, CLOSE, 5)).isEmpty();
    }
}
