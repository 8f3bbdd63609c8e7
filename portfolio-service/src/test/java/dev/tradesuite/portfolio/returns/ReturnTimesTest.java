package dev.tradesuite.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ReturnTimesTest {

    private final ReturnTimes times = new ReturnTimes(LocalTime.of(0, 10), Duration.ofHours(1));

    @Test
    void theNextTimeIsTodayOrTomorrow() {
        assertThat(times.next(Instant.parse("2026-03-02T00:09:59Z"))).isEqualTo("2026-03-02T00:10:00Z");
        assertThat(times.next(Instant.parse("2026-03-02T00:10:00Z"))).isEqualTo("2026-03-03T00:10:00Z");
    }

    @Test
    void afterAFailureItIsSoonerButNoLaterThanTheRegularTime() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        assertThat(times.after(true, noon)).isEqualTo("2026-03-03T00:10:00Z");
        assertThat(times.after(false, noon)).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(times.after(false, Instant.parse("2026-03-02T23:30:00Z"))).isEqualTo("2026-03-03T00:10:00Z");
    }
}
