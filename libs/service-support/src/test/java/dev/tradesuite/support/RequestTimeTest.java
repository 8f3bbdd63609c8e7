package dev.tradesuite.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimeTest {

    /** 20,544 days after 1970-01-01: 20,544 x 86,400 = 1,775,001,600 seconds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1775001600",
                "1775001600000",
                "1775001600000000",
                "1775001600000000000",
                "1775001600.0",
                "2026-04-01T00:00:00Z",
                "2026-04-01T00:00Z",
                "2026-04-01T02:00:00+02:00",
                "2026-04-01T02:00:00 02:00",
                "2026-03-31T19:00:00-05:00",
                " 2026-04-01T00:00:00.000Z "
            })
    void readsTheSameTimeInEveryUnitAndSpelling(String text) {
        assertThat(RequestTime.parse(text)).isEqualTo("2026-04-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1775001600.25, 2026-04-01T00:00:00.250Z",
        "1775001600250, 2026-04-01T00:00:00.250Z",
        "1775001600250001, 2026-04-01T00:00:00.250001Z",
        "1775001600250001002, 2026-04-01T00:00:00.250001002Z",
        "1775001600000.5, 2026-04-01T00:00:00.000500Z",
        "4133980799, 2100-12-31T23:59:59Z",
        // Below 100,000,000,000 a number is seconds, from there on milliseconds.
        "100000000000, 1973-03-03T09:46:40Z"
    })
    void theMagnitudeSaysTheUnit(String number, Instant time) {
        assertThat(RequestTime.parse(number)).isEqualTo(time);
        assertThat(RequestTime.of(new BigDecimal(number))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "4133980800",
                "99999999999",
                "4133980800000",
                "99999999999999999999",
                "1e300",
                "1969-12-31T23:59:59Z",
                "2101-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "2026-04-01",
                "2026-04-01T00:00:00",
                "2026-02-30T00:00:00Z",
                "yesterday",
                ""
            })
    void refusesWhatIsNoTimeFrom1970To2100(String text) {
        assertThatThrownBy(() -> RequestTime.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected " + RequestTime.EXPECTED);
    }

    @Test
    void numbersTooLargeToWriteOutAreRefused() {
        assertThatThrownBy(() -> RequestTime.of(new BigDecimal("1e300"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestTime.of(new BigDecimal("-1e300"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimeInTheMessageIsTheTimeOfTheNumberInIt() {
        assertThat(RequestTime.parse("1769851800")).isEqualTo("2026-01-31T09:30:00Z");
    }
}
