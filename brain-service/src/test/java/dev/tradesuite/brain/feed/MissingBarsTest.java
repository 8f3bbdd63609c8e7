package dev.tradesuite.brain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingBarsTest {

    /*
     * In March 2026 New York is UTC-5 until the 8th, UTC-4 after it. FX closes Friday the 6th at 22:00 UTC and opens
     * Sunday the 8th at 21:00 UTC; shares trade 14:30 to 21:00 UTC before the change; pesos 13:00 to 18:00 UTC.
     */
    @ParameterizedTest
    @CsvSource({
        // 10:00 to 10:15 in open hours: 3 bars of five minutes; the fourth has not closed
        "EURUSD,     M5, 2026-03-04T10:00:00Z, 2026-03-04T10:19:59Z, 3",
        "EURUSD,     M5, 2026-03-04T10:00:00Z, 2026-03-04T10:04:59Z, 0",
        // half an hour on Friday and on Sunday, nothing in between
        "EURUSD,     M5, 2026-03-06T21:30:00Z, 2026-03-08T21:30:00Z, 12",
        "EURUSD,     M5, 2026-03-06T22:00:00Z, 2026-03-08T20:59:00Z, 0",
        // what is not a market never closes
        "EURUSD.SIM, M5, 2026-03-06T22:00:00Z, 2026-03-07T22:00:00Z, 288",
        "BTCUSDT,    H1, 2026-03-06T22:00:00Z, 2026-03-08T22:00:00Z, 48",
        // 14:30 to 21:00 are 6.5 hours: 7 bars of an hour from half past, the last of which is cut short by the close
        "AAPL,       H1, 2026-03-03T21:30:00Z, 2026-03-04T21:30:00Z, 7",
        "USDCOP,     M5, 2026-03-03T18:00:00Z, 2026-03-04T18:00:00Z, 60",
        // days count where a trading day ends in them: Thursday and Friday, Monday
        "EURUSD,     D1, 2026-03-05T00:00:00Z, 2026-03-10T00:00:00Z, 3",
        "EURUSD,     D1, 2026-03-07T00:00:00Z, 2026-03-09T00:00:00Z, 0",
        "AAPL,       D1, 2026-03-05T00:00:00Z, 2026-03-10T00:00:00Z, 3",
        // Good Friday 2026 is a holiday of shares
        "AAPL,       M5, 2026-04-02T20:00:00Z, 2026-04-06T13:30:00Z, 0",
        "EURUSD,     M5, 2026-03-04T10:00:00Z, 2026-03-04T09:00:00Z, 0"
    })
    void barsOfOpenHoursThatHaveClosedAreCounted(
            String symbol, Timeframe timeframe, Instant from, Instant closedBy, long missing) {
        Instrument instrument = InstrumentCatalog.shipped().find(symbol).orElseThrow();

        assertThat(new MissingBars(MarketHours.shipped(), timeframe.length()).count(instrument, from, closedBy))
                .isEqualTo(missing);
    }
}
