package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeBoundsTest {

    @Test
    void aMomentWithinTheBoundsIsItselfAndOneBeyondIsTheBound() {
        Instant now = Instant.parse("2026-01-05T10:00:00Z");
        assertThat(TimeBounds.clamp(now)).isEqualTo(now);
        assertThat(TimeBounds.clamp(Instant.MIN)).isEqualTo(TimeBounds.EARLIEST);
        assertThat(TimeBounds.clamp(Instant.MAX)).isEqualTo(TimeBounds.LATEST);
        assertThat(TimeBounds.clamp(TimeBounds.LATEST.minusNanos(1))).isEqualTo(TimeBounds.LATEST.minusNanos(1));
    }
}
