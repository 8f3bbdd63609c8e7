package dev.tradesuite.signals.equity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointTimesTest {

    @Test
    void writesWhatTheMomentItselfWrites() {
        PointTimes times = new PointTimes();
        for (String text : List.of(
                "2026-10-30T23:55:00Z",
                "2026-10-31T00:00:00Z",
                "2026-10-31T00:05:09Z",
                "2024-02-29T12:00:00.250Z",
                "2024-02-29T12:00:01Z",
                "1969-12-31T23:59:59Z")) {
            StringBuilder written = new StringBuilder();
            times.add(Instant.parse(text), written);
            assertThat(written).hasToString(text);
        }
    }
}
