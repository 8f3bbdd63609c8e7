package dev.tradesuite.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskDayTest {

    @ParameterizedTest
    @CsvSource({
        "00:00, 2026-03-03T23:59:59.999Z, 2026-03-03",
        "00:00, 2026-03-04T00:00:00Z,     2026-03-04",
        "22:00, 2026-03-04T21:59:59Z,     2026-03-03",
        "22:00, 2026-03-04T22:00:00Z,     2026-03-04",
    })
    void rollsAtTheTimeSet(LocalTime rollsAt, Instant moment, LocalDate day) {
        assertThat(new RiskDay(rollsAt).of(moment)).isEqualTo(day);
    }
}
