package dev.tradesuite.brain.feed.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayPlaceTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // 30 days before now are 2026-02-02T12:00; from 2025-01-06 until then 392.5 days: 56 whole weeks
        "2025-01-06T00:00:00Z, 2025-12-31T00:00:00Z, 30, 56",
        // three weeks of bars cannot give 30 days of history: as many weeks as put the end after now, 1.5 days ago
        "2026-02-09T00:00:00Z, 2026-03-03T00:00:00Z, 30, 1",
        // ended 63.5 days ago: 10 weeks on it ends in 6.5 days
        "2025-12-20T00:00:00Z, 2025-12-31T00:00:00Z, 30, 10",
        // an end at this very moment is past
        "2026-02-23T00:00:00Z, 2026-03-04T12:00:00Z, 30, 1",
        // never backward
        "2026-03-01T00:00:00Z, 2026-06-01T00:00:00Z, 30, 0"
    })
    void aFileIsMovedSoThatItsHistoryIsPastAndItsEndIsToCome(Instant first, Instant end, int days, int weeks) {
        assertThat(ReplayPlace.of(first, end, Duration.ofDays(days), NOW)).isEqualTo(new ReplayPlace(first, weeks));
    }
}
