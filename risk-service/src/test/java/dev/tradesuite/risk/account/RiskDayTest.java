package dev.tradesuite.risk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskDayTest {

    @ParameterizedTest
    @CsvSource({
        "00:00, 2026-03-03T23:59:59.999Z, 2026-03-03",
        "00:00, 2026-03-04T00:00:00Z,     2026-03-04",
        "22:00, 2026-03-04T21:59:59Z,     2026-03-03",
        "22:00, 2026-03-04T22:00:00Z,     2026-03-04",
        // Prague is an hour ahead in winter and two in summer.
        "00:00 Europe/Prague, 2026-01-14T22:59:59Z, 2026-01-14",
        "00:00 Europe/Prague, 2026-01-14T23:00:00Z, 2026-01-15",
        "00:00 Europe/Prague, 2026-07-14T21:59:59Z, 2026-07-14",
        "00:00 Europe/Prague, 2026-07-14T22:00:00Z, 2026-07-15",
        // On 2026-03-29 the clocks go forward: the day begins at 23:00Z and ends at 22:00Z, after 23 hours.
        "00:00 Europe/Prague, 2026-03-28T22:59:59Z, 2026-03-28",
        "00:00 Europe/Prague, 2026-03-28T23:00:00Z, 2026-03-29",
        "00:00 Europe/Prague, 2026-03-29T21:59:59Z, 2026-03-29",
        "00:00 Europe/Prague, 2026-03-29T22:00:00Z, 2026-03-30",
        // On 2026-10-25 they go back: from 22:00Z to 23:00Z, 25 hours.
        "00:00 Europe/Prague, 2026-10-24T21:59:59Z, 2026-10-24",
        "00:00 Europe/Prague, 2026-10-24T22:00:00Z, 2026-10-25",
        "00:00 Europe/Prague, 2026-10-25T22:59:59Z, 2026-10-25",
        "00:00 Europe/Prague, 2026-10-25T23:00:00Z, 2026-10-26",
        // 02:30 does not exist on 2026-03-29, so the day begins at 03:30, 01:30Z; on 2026-10-25 it comes at 00:30Z
        // first.
        "02:30 Europe/Prague, 2026-03-29T01:29:59Z, 2026-03-28",
        "02:30 Europe/Prague, 2026-03-29T01:30:00Z, 2026-03-29",
        "02:30 Europe/Prague, 2026-10-25T00:29:59Z, 2026-10-24",
        "02:30 Europe/Prague, 2026-10-25T00:30:00Z, 2026-10-25",
        "02:30 Europe/Prague, 2026-10-25T01:15:00Z, 2026-10-25",
        "17:00 America/New_York, 2026-01-14T21:59:59Z, 2026-01-13",
        "17:00 America/New_York, 2026-01-14T22:00:00Z, 2026-01-14",
        "17:00 America/New_York, 2026-07-14T21:00:00Z, 2026-07-14",
    })
    void rollsAtTheTimeSet(String rollsAt, Instant moment, LocalDate day) {
        assertThat(RiskDay.parse(rollsAt).of(moment)).isEqualTo(day);
    }

    @Test
    void midnightUtcIsWhatItSays() {
        assertThat(RiskDay.parse("00:00")).isEqualTo(RiskDay.MIDNIGHT_UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "midnight", "24:01", "00:00 Mars/Olympus", "00:00 Europe/Prague summer"})
    void whatIsNoTimeIsToldWithWhatIs(String text) {
        assertThatThrownBy(() -> RiskDay.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a time such as 00:00 or 00:00 Europe/Prague");
    }
}
