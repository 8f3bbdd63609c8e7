package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesReaderTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private final FakeCandleReader database = new FakeCandleReader();
    private final SeriesIndex index = new SeriesIndex(database::states, Duration.ZERO, System::nanoTime);
    private final SeriesReader reader = new SeriesReader(database, index, InstrumentCatalog.shipped());

    @Test
    void hoursFollowFromFiveMinutesOnceTheyAreWhole() {
        store("EURUSD", Timeframe.M5, at("10:20"), at("12:55"));

        assertThat(opens("EURUSD", Timeframe.H1)).containsExactly(at("11:00"));
        store("EURUSD", Timeframe.M5, at("12:55"), at("13:00"));
        assertThat(opens("EURUSD", Timeframe.H1)).containsExactly(at("11:00"), at("12:00"));
        assertThat(reader.find(new SeriesKey("EURUSD", Timeframe.H1)))
                .hasValueSatisfying(found ->
                        assertThat(found.derivation().orElseThrow().timeframe()).isEqualTo(Timeframe.M5));
    }

    @Test
    void everyCoarserTimeframeFollows() {
        store("EURUSD", Timeframe.M5, at("00:00").minus(Duration.ofHours(2)), at("22:00"));

        assertThat(opens("EURUSD", Timeframe.M15)).hasSize(96);
        assertThat(opens("EURUSD", Timeframe.M30)).hasSize(48);
        assertThat(opens("EURUSD", Timeframe.H1)).hasSize(24);
        assertThat(opens("EURUSD", Timeframe.H4))
                .containsExactly(
                        Instant.parse("2026-01-04T22:00:00Z"),
                        at("02:00"),
                        at("06:00"),
                        at("10:00"),
                        at("14:00"),
                        at("18:00"));
        assertThat(opens("EURUSD", Timeframe.D1)).containsExactly(Instant.parse("2026-01-04T22:00:00Z"));
        assertThat(opens("EURUSD", Timeframe.M1)).as("a finer one does not").isEmpty();
    }

    @Test
    void sessionOfAShareIsADay() {
        store("AAPL", Timeframe.M5, at("14:30"), at("21:00"));

        assertThat(opens("AAPL", Timeframe.D1)).containsExactly(at("00:00"));
        assertThat(opens("AAPL", Timeframe.H1))
                .hasSize(7)
                .startsWith(at("14:30"))
                .endsWith(at("20:30"));
        assertThat(opens("AAPL", Timeframe.H4)).containsExactly(at("14:30"), at("18:30"));
    }

    @Test
    void storedCandlesAreReadAsTheyAreAndOthersFollowAfterThem() {
        store("BTCUSDT", Timeframe.M5, at("00:00"), at("06:00"));
        database.store(new SeriesKey("BTCUSDT", Timeframe.H1), at("02:30"), 7);
        SeriesKey hours = new SeriesKey("BTCUSDT", Timeframe.H1);
        SeriesReader.ReadableSeries series = reader.find(hours).orElseThrow();

        assertThat(opens("BTCUSDT", Timeframe.H1)).containsExactly(at("02:30"), at("04:00"), at("05:00"));
        assertThat(reader.newestOf(hours, TimeBounds.LATEST, 9).derivedFrom()).contains(Timeframe.M5);
        assertThat(reader.newestOf(hours, at("04:00"), 9).derivedFrom()).isEmpty();
        assertThat(times(reader.oldestOf(hours, at("02:00"), at("05:00"), 2).candles()))
                .containsExactly(at("02:30"), at("04:00"));
        assertThat(reader.newest(series, at("05:00"), 9).closes()).containsExactly(7, 100);
        assertThat(reader.after(series, at("02:30"), 1).openTime(0)).isEqualTo(at("04:00"));
        assertThat(reader.range(hours, at("00:00"), at("23:00")).size()).isEqualTo(3);
    }

    @Test
    void aWriteToEitherSeriesIsANewVersion() {
        store("BTCUSDT", Timeframe.M5, at("00:00"), at("06:00"));
        SeriesKey hours = new SeriesKey("BTCUSDT", Timeframe.H1);
        SeriesReader.ReadableSeries derived = reader.find(hours).orElseThrow();
        database.store(hours, at("02:30"), 7);
        SeriesReader.ReadableSeries mixed = reader.find(hours).orElseThrow();
        store("BTCUSDT", Timeframe.M5, at("06:00"), at("06:05"));
        SeriesReader.ReadableSeries later = reader.find(hours).orElseThrow();

        assertThat(mixed.version()).isNotEqualTo(derived.version());
        assertThat(later.version()).isNotEqualTo(mixed.version());
        assertThat(later.historyVersion()).isEqualTo(mixed.historyVersion());
    }

    @Test
    void seriesThatReachesFurthestIsTakenAndOfEqualOnesTheCoarsest() {
        store("BTCUSDT", Timeframe.M5, at("00:00"), at("12:00"));
        store("BTCUSDT", Timeframe.M30, at("00:00"), at("12:00"));
        assertThat(source("BTCUSDT", Timeframe.H1)).isEqualTo(Timeframe.M30);

        store("BTCUSDT", Timeframe.M5, at("12:00"), at("13:00"));
        assertThat(source("BTCUSDT", Timeframe.H1)).isEqualTo(Timeframe.M5);
    }

    @Test
    void candlesThatReachOverTheMarketsMidnightMakeNoDays() {
        // Four hours by UTC: the one from 20:00 holds the end of a New York day and the beginning of the next.
        for (int i = 0; i < 24; i++) {
            database.store(new SeriesKey("EURUSD", Timeframe.H4), MONDAY.plus(Duration.ofHours(4L * i)), i);
        }

        assertThat(reader.find(new SeriesKey("EURUSD", Timeframe.D1))).isEmpty();
    }

    @Test
    void pagesAndMomentsSeeTheSameCandles() {
        store("BTCUSDT", Timeframe.M5, at("00:00"), at("20:00"));
        SeriesKey hours = new SeriesKey("BTCUSDT", Timeframe.H1);
        SeriesReader.ReadableSeries series = reader.find(hours).orElseThrow();

        assertThat(times(reader.newestOf(hours, at("10:30"), 2).candles())).containsExactly(at("09:00"), at("10:00"));
        assertThat(times(reader.oldestOf(hours, at("10:30"), at("13:00"), 5).candles()))
                .containsExactly(at("11:00"), at("12:00"));
        assertThat(times(reader.oldestOf(hours, at("10:00"), at("20:00"), 1).candles()))
                .containsExactly(at("10:00"));
        CandleSeries newest = reader.newest(series, at("10:59"), 2);
        assertThat(newest.openTime(0)).isEqualTo(at("08:00"));
        assertThat(newest.openTime(1)).isEqualTo(at("09:00"));
        assertThat(newest.derivedFrom()).contains(Timeframe.M5);
        assertThat(reader.after(series, at("17:00"), 10).openMillis())
                .containsExactly(at("18:00").toEpochMilli(), at("19:00").toEpochMilli());
        assertThat(reader.range(hours, at("01:00"), at("03:00")).size()).isEqualTo(2);
    }

    @Test
    void closeIsTheLastOneInTheCandle() {
        for (int i = 0; i < 12; i++) {
            database.store(new SeriesKey("BTCUSDT", Timeframe.M5), MONDAY.plusSeconds(300L * i), 100 + i);
        }

        assertThat(reader.newestOf(new SeriesKey("BTCUSDT", Timeframe.M15), TimeBounds.LATEST, 9)
                        .candles())
                .extracting(candle -> candle.close().doubleValue())
                .containsExactly(102.0, 105.0, 108.0, 111.0);
    }

    private Timeframe source(String symbol, Timeframe timeframe) {
        return reader.find(new SeriesKey(symbol, timeframe))
                .orElseThrow()
                .derivation()
                .orElseThrow()
                .timeframe();
    }

    private List<Instant> opens(String symbol, Timeframe timeframe) {
        return times(reader.newestOf(new SeriesKey(symbol, timeframe), TimeBounds.LATEST, 500)
                .candles());
    }

    private static List<Instant> times(List<Candle> candles) {
        return candles.stream().map(Candle::openTime).toList();
    }

    private void store(String symbol, Timeframe timeframe, Instant from, Instant to) {
        for (Instant open = from; open.isBefore(to); open = open.plus(timeframe.length())) {
            database.store(new SeriesKey(symbol, timeframe), open, 100);
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }
}
