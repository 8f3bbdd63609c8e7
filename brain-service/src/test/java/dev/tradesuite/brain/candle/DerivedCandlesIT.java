package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Timeframes that are not stored, wherever candles are read. */
@SuiteIntegrationTest
class DerivedCandlesIT {

    /** A Sunday evening in New York, when the market opens. */
    private static final Instant OPEN = Instant.parse("2026-01-04T22:00:00Z");

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeriesIndex index;

    private CandleService candles;

    @BeforeEach
    void fiveMinutesOfTwoDaysAndAnHour() {
        CandleService.empty(jdbc, index);
        candles = new CandleService(client);
        StringBuilder file = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < 2 * 288 + 12; i++) {
            // Candle i opens at 1 + i/1000, rises by 0.5 at most, falls by 0.5 at most and closes at 1.0001 + i/1000.
            file.append("%s,%d.%03d0,%d.%03d5,0.%03d5,%d.%03d1,%d%n"
                    .formatted(
                            OPEN.plus(Duration.ofMinutes(5L * i)),
                            1 + i / 1000,
                            i % 1000,
                            1 + i / 1000,
                            i % 1000,
                            i % 1000,
                            1 + i / 1000,
                            i % 1000,
                            i + 1));
        }
        candles.imported("timeframe=M5&symbol=EURUSD", file.toString());
    }

    @Test
    void hoursHaveTheFirstOpenTheExtremesTheLastCloseAndTheSumOfTheVolumes() {
        JsonNode page = page("H1", "&limit=2");

        assertThat(page.path("derived_from").stringValue()).isEqualTo("M5");
        assertThat(page.path("candles").size()).isEqualTo(2);
        JsonNode last = page.path("candles").get(1);
        // Candles 576 to 587: 577 + ... + 588 = 12 x 582.5.
        assertThat(last.path("open_time").stringValue()).isEqualTo("2026-01-06T22:00:00Z");
        assertPrices(last, "1.5760", "1.5875", "0.5765", "1.5871", "6990");
        assertThat(page.path("candles").get(0).path("open_time").stringValue()).isEqualTo("2026-01-06T21:00:00Z");
    }

    @Test
    void dayIsTheMarketsOwnAndOnlyWholeOnesAreServed() {
        JsonNode page = page("D1", "");

        assertThat(page.path("candles").size()).isEqualTo(2);
        assertThat(page.path("candles").get(0).path("open_time").stringValue()).isEqualTo("2026-01-04T22:00:00Z");
        // Candles 288 to 575: the sum of 289 to 576 = 288 x 432.5.
        assertPrices(page.path("candles").get(1), "1.2880", "1.5755", "0.2885", "1.5751", "124560");
        assertThat(page("H4", "").path("candles").size()).isEqualTo(12);
        assertThat(page("M15", "&limit=5000").path("candles").size()).isEqualTo(196);
        assertThat(page("M5", "&limit=1").has("derived_from")).isFalse();
    }

    @Test
    void closesAreThoseOfTheMarketsDays() {
        JsonNode table = candles.get("/api/v1/candles/closes?symbols=EURUSD&timeframe=D1")
                .json();

        assertThat(table.path("times").size()).isEqualTo(2);
        assertThat(table.path("times").get(0).stringValue()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(table.path("symbols").get(0).path("closes").get(0).decimalValue())
                .isEqualByComparingTo("1.2871");
        assertThat(table.path("symbols").get(0).path("closes").get(1).decimalValue())
                .isEqualByComparingTo("1.5751");
    }

    @Test
    void decisionSaysThatItsCandlesAreDerived() {
        JsonNode signal = candles.post(
                        "/api/v1/brain/decide",
                        Map.of("symbol", "EURUSD", "timeframe", "M15", "as_of", "2026-01-06T23:00:00Z"))
                .json();

        assertThat(signal.path("derived_from").stringValue()).isEqualTo("M5");
        assertThat(signal.path("last_candle_open_time").stringValue()).isEqualTo("2026-01-06T22:45:00Z");
        assertThat(signal.path("candle_count").intValue()).isGreaterThan(100);
    }

    private JsonNode page(String timeframe, String more) {
        return candles.get("/api/v1/candles/EURUSD?timeframe=" + timeframe + more)
                .json();
    }

    private static void assertPrices(
            JsonNode candle, String open, String high, String low, String close, String volume) {
        assertThat(candle.path("open").decimalValue()).isEqualByComparingTo(open);
        assertThat(candle.path("high").decimalValue()).isEqualByComparingTo(high);
        assertThat(candle.path("low").decimalValue()).isEqualByComparingTo(low);
        assertThat(candle.path("close").decimalValue()).isEqualByComparingTo(close);
        assertThat(candle.path("volume").decimalValue()).isEqualByComparingTo(volume);
    }
}
