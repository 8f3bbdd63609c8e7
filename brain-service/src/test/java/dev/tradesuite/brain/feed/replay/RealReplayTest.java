package dev.tradesuite.brain.feed.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.test.SharedData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files as they are; skipped where the shared data are absent. */
class RealReplayTest {

    @ParameterizedTest
    @CsvSource({
        "EURUSD.REPLAY, EURUSD_M5_utc_2026-03_2026-06, 2026-03-26T14:00:00Z, 2026-06-30T23:55:00Z",
        "XAUUSD.REPLAY, XAUUSD_M5_utc_2026-03_2026-06, 2026-03-20T00:45:00Z, 2026-06-30T23:55:00Z",
        "USDCOP.REPLAY, USDCOP_M5_utc_2024-01_2026-01, 2024-01-01T13:00:00Z, 2026-01-15T17:55:00Z"
    })
    void recordedBarsCanBePlayed(String symbol, String name, Instant first, Instant last) {
        InstrumentCatalog catalog = InstrumentCatalog.shipped();
        Instrument instrument = catalog.find(symbol).orElseThrow();
        ReplayFile file = new ReplayFile(
                SharedData.require("fx/" + name + ".csv.gz"),
                ZoneOffset.UTC,
                Timeframe.M5,
                List.of(instrument),
                catalog,
                1 << 28);

        assertThat(file.spans()).isEqualTo(Map.of(instrument, new RecordedSpan(first, last)));
        List<Candle> day =
                file.bars(last.minusSeconds(3_600), last.plusSeconds(300)).getOrDefault(instrument, List.of());
        assertThat(day).hasSizeBetween(1, 13);
        assertThat(day.getLast().openTime()).isEqualTo(last);
    }
}
