package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameLimitTest {

    private final FrameLimit limit = new FrameLimit();

    @Test
    void twentyFramesInTenSecondsAreBorneAndOneMoreIsNot() {
        for (int frame = 0; frame < 20; frame++) {
            assertThat(limit.isTooMany(seconds(frame * 0.4))).isFalse();
        }
        assertThat(limit.isTooMany(seconds(9.9))).isTrue();
    }

    @Test
    void aSteadyClientMaySayTwoFramesASecondForEver() {
        for (int frame = 0; frame < 1_000; frame++) {
            assertThat(limit.isTooMany(seconds(frame * 0.5))).isFalse();
        }
    }

    @Test
    void fourMistakesAreBorne() {
        for (int mistake = 0; mistake < 4; mistake++) {
            assertThat(limit.isLastError()).isFalse();
        }
        assertThat(limit.isLastError()).isTrue();
    }

    private static long seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000)).toNanos();
    }
}
