package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.AssetClass;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleClockTest {

    @ParameterizedTest
    @CsvSource({
        // The day of currencies begins at 17:00 in New York: 22:00 UTC in winter, 21:00 in summer.
        "FX, D1, 2026-01-05T21:59:59Z, 2026-01-04T22:00:00Z",
        "FX, D1, 2026-01-05T22:00:00Z, 2026-01-05T22:00:00Z",
        "METAL, D1, 2026-07-06T20:59:59Z, 2026-07-05T21:00:00Z",
        "FX, H4, 2026-01-05T10:30:00Z, 2026-01-05T10:00:00Z",
        "FX, H4, 2026-07-06T10:30:00Z, 2026-07-06T09:00:00Z",
        "FX, H1, 2026-07-06T10:30:00Z, 2026-07-06T10:00:00Z",
        "FX, M15, 2026-07-06T10:44:00Z, 2026-07-06T10:30:00Z",
        "CRYPTO, D1, 2026-07-06T23:59:59Z, 2026-07-06T00:00:00Z",
        "CRYPTO, H4, 2026-07-06T11:00:00Z, 2026-07-06T08:00:00Z",
        // Shares are traded from 09:30 in New York.
        "STOCK, H1, 2026-01-05T15:29:00Z, 2026-01-05T14:30:00Z",
        "STOCK, H1, 2026-07-06T14:00:00Z, 2026-07-06T13:30:00Z",
        "STOCK, H4, 2026-01-05T20:00:00Z, 2026-01-05T18:30:00Z",
        "STOCK, M15, 2026-01-05T14:50:00Z, 2026-01-05T14:45:00Z",
        "STOCK, D1, 2026-01-05T20:00:00Z, 2026-01-05T00:00:00Z",
        "CRYPTO, D1, 1969-12-31T12:00:00Z, 1969-12-31T00:00:00Z"
    })
    void candleOpensByTheMarketsOwnDay(AssetClass market, Timeframe timeframe, Instant moment, Instant start) {
        assertThat(CandleClock.of(market, timeframe).start(moment)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "FX, D1, 2026-01-05T22:00:00Z, 2026-01-06T22:00:00Z",
        // Clocks go forward in the night to 8 March and back in the night to 1 November.
        "FX, D1, 2026-03-07T22:00:00Z, 2026-03-08T21:00:00Z",
        "FX, D1, 2026-10-31T21:00:00Z, 2026-11-01T22:00:00Z",
        "FX, H4, 2026-01-05T22:00:00Z, 2026-01-06T02:00:00Z",
        "FX, H1, 2026-01-05T22:00:00Z, 2026-01-05T23:00:00Z",
        "STOCK, H1, 2026-01-05T14:30:00Z, 2026-01-05T15:30:00Z"
    })
    void nextCandleOpensWhereTheClocksSay(AssetClass market, Timeframe timeframe, Instant start, Instant next) {
        assertThat(CandleClock.of(market, timeframe).next(start)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "FX, H1, 2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z",
        "FX, H1, 2026-01-05T10:05:00Z, 2026-01-05T11:00:00Z",
        "FX, D1, 2026-01-05T13:00:00Z, 2026-01-05T22:00:00Z",
        // A session that is there from its first minute is whole.
        "STOCK, D1, 2026-01-05T14:30:00Z, 2026-01-05T00:00:00Z",
        "STOCK, D1, 2026-01-05T14:35:00Z, 2026-01-06T00:00:00Z",
        "STOCK, H1, 2026-01-05T14:35:00Z, 2026-01-05T15:30:00Z"
    })
    void firstCandleIsWholeWhenTheFinerOnesBeginWithIt(
            AssetClass market, Timeframe timeframe, Instant first, Instant whole) {
        assertThat(CandleClock.of(market, timeframe).firstWhole(first)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "FX, H1, 2026-01-05T10:55:00Z, 2026-01-05T10:00:00Z",
        "FX, H1, 2026-01-05T11:00:00Z, 2026-01-05T11:00:00Z",
        "FX, D1, 2026-01-05T21:55:00Z, 2026-01-04T22:00:00Z",
        "FX, D1, 2026-01-05T22:00:00Z, 2026-01-05T22:00:00Z",
        // The session ends at 16:00 in New York, before the hour and before the day.
        "STOCK, H1, 2026-01-05T20:55:00Z, 2026-01-05T20:30:00Z",
        "STOCK, H1, 2026-01-05T21:00:00Z, 2026-01-05T21:30:00Z",
        "STOCK, D1, 2026-01-05T20:55:00Z, 2026-01-05T00:00:00Z",
        "STOCK, D1, 2026-01-05T21:00:00Z, 2026-01-06T00:00:00Z"
    })
    void lastCandleIsWholeWhenTheFinerOnesReachItsEnd(
            AssetClass market, Timeframe timeframe, Instant lastClose, Instant end) {
        assertThat(CandleClock.of(market, timeframe).endOfWhole(lastClose)).isEqualTo(end);
    }
}
