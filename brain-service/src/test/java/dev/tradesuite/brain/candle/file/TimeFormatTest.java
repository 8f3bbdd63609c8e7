package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-26T14:05:00Z, 2026-03-26T14:05, Z",
        "2020-01-02 08:05:00+00:00, 2020-01-02T08:05, Z",
        "2020-01-02 08:05:00-05:00, 2020-01-02T08:05, -05:00",
        "2020-01-02 08:05:00-0500, 2020-01-02T08:05, -05:00",
        "2020-01-02 08:05:00-05, 2020-01-02T08:05, -05:00",
        "2020-01-02T08:05:00 UTC, 2020-01-02T08:05, Z",
        "2020-01-02 08:05:00, 2020-01-02T08:05, ",
        "2020-01-02 08:05, 2020-01-02T08:05, ",
        "2020-01-02 8:05, 2020-01-02T08:05, ",
        "2020.01.02 08:05, 2020-01-02T08:05, ",
        "2020/01/02 08:05:30, 2020-01-02T08:05:30, ",
        "02.01.2020 08:05:00.000, 2020-01-02T08:05, ",
        "02.01.2020, 2020-01-02T00:00, ",
        "2016-01-04, 2016-01-04T00:00, ",
        "2020-02-29, 2020-02-29T00:00, ",
        "20160104, 2016-01-04T00:00, ",
        "201601040805, 2016-01-04T08:05, ",
        "20160104080530, 2016-01-04T08:05:30, ",
        "1784851200, 2026-07-24T00:00, Z",
        "946684800, 2000-01-01T00:00, Z",
        "1784851200500, 2026-07-24T00:00:00.5, Z",
        "2026-1-2, 2026-01-02T00:00, ",
        "2026-01-02 0805, 2026-01-02T08:05, ",
        "20260102 080530, 2026-01-02T08:05:30, ",
        "20260102  93000, 2026-01-02T09:30, ",
        "02.01.2020 08:05:00.000 GMT+0100, 2020-01-02T08:05, +01:00",
        "2020-01-02 08:05 UTC-3, 2020-01-02T08:05, -03:00",
        "31/12/2025 09:30, 2025-12-31T09:30, ",
        "12/31/2025 9:30 PM, 2025-12-31T21:30, ",
        "12-31-2025 12:05 am, 2025-12-31T00:05, ",
        "02/02/2025, 2025-02-02T00:00, ",
        "31-Dec-2025, 2025-12-31T00:00, ",
        "31 December 2025, 2025-12-31T00:00, ",
        "'Dec 31, 2025', 2025-12-31T00:00, ",
        "1784851200.0, 2026-07-24T00:00, Z",
        "1784851200.25, 2026-07-24T00:00:00.25, Z",
        "1784851200000.5, 2026-07-24T00:00:00.000500, Z",
        "1784851200000001, 2026-07-24T00:00:00.000001, Z",
        "1784851200000000001, 2026-07-24T00:00:00.000000001, Z",
        "2020-01-02T08:05:00.123456789Z, 2020-01-02T08:05:00.123456789, Z"
    })
    void recognisesWhatIsUnambiguous(String text, LocalDateTime wallClock, @Nullable String offset) {
        assertThat(TimeFormat.auto().read(text))
                .isEqualTo(new TimeLabel(wallClock, offset == null ? null : ZoneOffset.of(offset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12:30",
                "01/02/2020 08:05",
                "1/2/20",
                "20251231.5",
                "2020-01-02 13:00 PM",
                "2020-01-02 805",
                "31 Foo 2025",
                "32/01/2025",
                "13/13/2025",
                "2020-01-02X08:05",
                "2020-01-02 08:05:00Zulu",
                "2020-01-02 08:05:00.",
                "2020-01-02 08:05:00+99:00",
                "2020-02-30",
                "2020-13-01",
                "2020-01-02 24:00",
                "2020-01-02 08:60",
                "2020-01/02",
                "12345",
                "yesterday",
                "\u0662\u0660\u0662\u0660-01-02"
            })
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> TimeFormat.auto().read(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MM/dd/yyyy HH:mm, 12/31/2025 09:30, 2025-12-31T09:30, ",
        "dd/MM/yyyy HH:mm, 31/12/2025 09:30, 2025-12-31T09:30, ",
        "dd-MMM-yyyy, 31-dec-2025, 2025-12-31T00:00, ",
        "yyyyMMdd HHmmss, 20251231 093000, 2025-12-31T09:30, ",
        "uuuu-MM-dd HH:mmXXX, 2025-12-31 09:30-05:00, 2025-12-31T09:30, -05:00"
    })
    void readsAPatternThatIsStated(String pattern, String text, LocalDateTime wallClock, @Nullable String offset) {
        assertThat(TimeFormat.pattern(pattern).read(text))
                .isEqualTo(new TimeLabel(wallClock, offset == null ? null : ZoneOffset.of(offset)));
    }

    @Test
    void patternDoesNotBendADateThatDoesNotExist() {
        assertThatThrownBy(() -> TimeFormat.pattern("dd/MM/yyyy").read("31/02/2025"))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void textThatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> TimeFormat.pattern("nonsense {")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void epochIsReadInTheUnitThatIsStated() {
        LocalDateTime midnight = LocalDateTime.parse("2026-07-24T00:00");

        assertThat(TimeFormat.epoch(ChronoUnit.SECONDS).read("1784851200").wallClock())
                .isEqualTo(midnight);
        assertThat(TimeFormat.epoch(ChronoUnit.MILLIS).read("1784851200000").wallClock())
                .isEqualTo(midnight);
        assertThat(TimeFormat.epoch(ChronoUnit.MICROS).read("1784851200000000").wallClock())
                .isEqualTo(midnight);
        assertThat(TimeFormat.epoch(ChronoUnit.NANOS)
                        .read("1784851200000000000")
                        .wallClock())
                .isEqualTo(midnight);
        assertThatThrownBy(() -> TimeFormat.epoch(ChronoUnit.SECONDS).read("1784851200.5"))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void knownOrderOfDayAndMonthIsKeptTo() {
        assertThat(TimeFormat.auto(DateOrder.DAY_FIRST).read("3/2/2026").wallClock())
                .isEqualTo("2026-02-03T00:00:00");
        assertThat(TimeFormat.auto(DateOrder.MONTH_FIRST).read("3/2/2026").wallClock())
                .isEqualTo("2026-03-02T00:00:00");
        assertThatThrownBy(() -> TimeFormat.auto(DateOrder.DAY_FIRST).read("3/13/2026"))
                .isInstanceOf(DateTimeException.class);
    }
}
