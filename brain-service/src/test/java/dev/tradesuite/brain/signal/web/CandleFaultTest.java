package dev.tradesuite.brain.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleFaultTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.2, 1.0, 1.15, ",
        "1.1, 1.1, 1.1, 1.1, ",
        "1.3, 1.2, 1.0, 1.15, high",
        "1.1, 1.2, 1.0, 1.25, high",
        "1.1, 0.9, 1.0, 0.8, high",
        "0.9, 1.2, 1.0, 1.15, low",
        "1.1, 1.2, 1.0, 0.95, low"
    })
    void aRangeHoldsEveryPriceOfItsCandle(
            BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, @Nullable String field) {
        Candle candle = new Candle(NOON, open, high, low, close, null);
        assertThat(CandleFault.RANGE_BROKEN.in(candle, around(NOON, null)).map(CandleFault.Finding::field))
                .isEqualTo(java.util.Optional.ofNullable(field));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T10:05:00Z, true",
        "2026-01-05T10:06:00Z, false",
        "2026-01-05T10:05:00.001Z, false",
        "1899-12-31T23:55:00Z, false",
        "9999-01-01T00:00:00Z, false"
    })
    void aCandleOpensOnTheGridOfItsTimeframe(Instant openTime, boolean fits) {
        assertThat(CandleFault.OFF_GRID.in(at(openTime), around(NOON, null)).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void aCandleOpensWhenTheOneBeforeItHasClosed() {
        Instant ten = Instant.parse("2026-01-05T10:00:00Z");
        assertThat(CandleFault.OVERLAPPING.in(at(ten), around(NOON, null))).isEmpty();
        assertThat(CandleFault.OVERLAPPING.in(at(ten.plusSeconds(300)), around(NOON, at(ten))))
                .isEmpty();
        assertThat(CandleFault.OVERLAPPING.in(at(ten.plusSeconds(299)), around(NOON, at(ten))))
                .hasValueSatisfying(finding -> assertThat(finding.message()).contains(ten.toString()));
    }

    @Test
    void aDayMayBeAnHourShorterWhenClocksArePutForward() {
        Instant opens = Instant.parse("2026-03-28T23:00:00Z");
        CandleFault.Surroundings days = new CandleFault.Surroundings(Timeframe.D1, NOON, at(opens), false);
        assertThat(CandleFault.OVERLAPPING.in(at(opens.plusSeconds(23 * 3600)), days))
                .isEmpty();
        assertThat(CandleFault.OVERLAPPING.in(at(opens.plusSeconds(22 * 3600)), days))
                .isPresent();
    }

    @Test
    void aCandleOfTheSameTimeIsTheSameOrOneOfTheTwoIsWrong() {
        Candle candle = at(NOON);
        Candle other = new Candle(NOON, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, null);
        assertThat(CandleFault.OVERLAPPING.in(candle, around(NOON, candle))).isEmpty();
        assertThat(CandleFault.OVERLAPPING.in(candle, around(NOON, other))).isPresent();
    }

    @Test
    void aCandleCountsFromTheMomentItClosedAndTheNewestMayStillBeForming() {
        Instant opens = NOON.minusSeconds(300);
        assertThat(CandleFault.IN_FUTURE.in(at(opens), around(NOON, null))).isEmpty();
        assertThat(CandleFault.IN_FUTURE.in(at(opens), around(NOON.minusMillis(1), null)))
                .isPresent();
        assertThat(CandleFault.IN_FUTURE.in(at(opens), newest(NOON.minusMillis(1))))
                .isEmpty();
        assertThat(CandleFault.IN_FUTURE.in(at(opens), newest(opens))).isEmpty();
        assertThat(CandleFault.IN_FUTURE.in(at(opens), newest(opens.minusMillis(1))))
                .isPresent();
    }

    private static Candle at(Instant openTime) {
        return new Candle(openTime, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null);
    }

    private static CandleFault.Surroundings around(Instant moment, @Nullable Candle before) {
        return new CandleFault.Surroundings(Timeframe.M5, moment, before, false);
    }

    private static CandleFault.Surroundings newest(Instant moment) {
        return new CandleFault.Surroundings(Timeframe.M5, moment, null, true);
    }
}
