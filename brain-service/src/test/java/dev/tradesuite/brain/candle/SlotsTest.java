package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlotsTest {

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void candleThatOpensAtAMultipleOfItsLengthStandsInTheSlotOfItsOpenTime(Timeframe timeframe) {
        long midnight = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

        assertThat(Slots.of(midnight, timeframe)).isEqualTo(midnight);
    }

    @ParameterizedTest
    @CsvSource({
        // The New York day rolls at 22:00 UTC in winter and at 21:00 in summer; both belong to the day they close on.
        "D1, 2026-01-04T22:00:00Z, 2026-01-05T00:00:00Z",
        "D1, 2026-07-05T21:00:00Z, 2026-07-06T00:00:00Z",
        "D1, 2026-01-05T00:00:00Z, 2026-01-05T00:00:00Z",
        // 22:00 to 02:00 ends in the four hours from midnight.
        "H4, 2026-01-04T22:00:00Z, 2026-01-05T00:00:00Z",
        "D1, 1969-12-31T22:00:00Z, 1970-01-01T00:00:00Z",
        "D1, 1928-01-02T05:00:00Z, 1928-01-03T00:00:00Z"
    })
    void candleOfABrokersDayStandsInTheSlotOfItsLastInstant(Timeframe timeframe, Instant open, Instant slot) {
        assertThat(Slots.of(open.toEpochMilli(), timeframe)).isEqualTo(slot.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "M5, 2026-01-05T10:05:00Z, true",
        "M5, 2026-01-05T10:06:00Z, false",
        "M5, 2026-01-05T10:05:00.001Z, false",
        "M5, 2026-01-05T10:05:00.000001Z, false",
        "M30, 2026-01-05T10:15:00Z, false",
        "H1, 2026-01-05T10:30:00Z, true",
        "H1, 2026-01-05T10:20:00Z, false",
        "H4, 2026-01-05T01:00:00Z, true",
        "D1, 2026-01-04T22:00:00Z, true",
        "D1, 2026-01-04T18:30:00Z, true",
        "D1, 2026-01-04T18:40:00Z, false"
    })
    void onlyLongCandlesOpenAtAnyQuarterOfAnHour(Timeframe timeframe, Instant open, boolean allowed) {
        assertThat(Slots.isOpenTime(open, timeframe)).isEqualTo(allowed);
    }

    @Test
    void slotIsOverAtItsVeryEnd() {
        Instant end = Instant.parse("2026-01-06T00:00:00Z");
        long monday = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

        assertThat(Slots.newestOver(end, Timeframe.D1)).isEqualTo(monday);
        assertThat(Slots.newestOver(end.minusMillis(1), Timeframe.D1)).isEqualTo(monday - 86_400_000);
    }
}
