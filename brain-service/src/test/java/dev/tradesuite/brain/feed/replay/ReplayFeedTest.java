package dev.tradesuite.brain.feed.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.brain.feed.FeedException;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.brain.feed.MissingBars;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.test.FixedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayFeedTest {

    private static final String HEADER = "time,open,high,low,close,volume\n";
    /** Monday. The files below begin there. */
    private static final Instant FIRST = Instant.parse("2025-03-03T00:00:00Z");
    /** A Wednesday, 52 weeks and two days and a half later. */
    private static final Instant NOW = Instant.parse("2026-03-04T12:02:00Z");

    @TempDir
    Path folder;

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final Instrument euro = catalog.find("EURUSD.REPLAY").orElseThrow();
    private final Instrument gold = catalog.find("XAUUSD.REPLAY").orElseThrow();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final Map<String, ReplayPlace> places = new HashMap<>();
    private final Map<SeriesKey, SeriesState> stored = new HashMap<>();

    @Test
    void whatLiesBeforeNowIsHistoryAndTheRestComesAsItCloses() {
        Path file = write("euro.csv", HEADER + rows(FIRST, 288 * 5));
        FeedAdapter feed = feed(file, euro);
        // 52 weeks on, the file begins on Monday 2026-03-02; the bar of 11:55 has closed, that of 12:00 has not.
        List<Candle> history = bars(feed, euro, Instant.parse("2026-02-02T12:00:00Z"), NOW);

        assertThat(history).hasSize(2 * 288 + 144);
        assertThat(history.getFirst().openTime()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(history.getLast().openTime()).isEqualTo("2026-03-04T11:55:00Z");
        assertThat(history.getFirst().close()).isEqualTo(new BigDecimal("1.1001"));
        assertThat(bars(feed, euro, Instant.parse("2026-03-04T12:00:00Z"), Instant.parse("2026-03-04T12:05:00Z")))
                .extracting(Candle::openTime)
                .containsExactly(Instant.parse("2026-03-04T12:00:00Z"));
        assertThat(feed.label()).isEqualTo(RunLabel.SIMULATED);
        assertThat(feed.source()).isEqualTo("replay");
        assertThat(feed.price(euro, NOW)).isEmpty();
    }

    @Test
    void aGzipFileAndColumnsInAnotherOrderAreReadAsAnImportReadsThem() throws IOException {
        String text =
                """
                symbol;close;open;high;low;date
                EUR/USD;1.1001;1.1000;1.1002;1.0999;2025-03-03 00:00:00
                GBPUSD;1.2001;1.2000;1.2002;1.1999;2025-03-03 00:00:00
                XAUUSD;2900.1;2900.0;2900.2;2899.9;2025-03-03 00:05:00
                EUR/USD;1.1001;1.1000;1.1002;1.0999;2025-03-09 00:00:00
                XAUUSD;2900.1;2900.0;2900.2;2899.9;2025-03-09 00:05:00
                """;
        Path file = folder.resolve("two.csv.gz");
        Files.write(file, packed(text));
        FeedAdapter feed = feed(file, euro, gold);

        assertThat(bars(feed, euro, NOW.minus(Duration.ofDays(30)), NOW))
                .containsExactly(new Candle(
                        Instant.parse("2026-03-02T00:00:00Z"),
                        new BigDecimal("1.1000"),
                        new BigDecimal("1.1002"),
                        new BigDecimal("1.0999"),
                        new BigDecimal("1.1001"),
                        null));
        assertThat(bars(feed, gold, NOW.minus(Duration.ofDays(30)), NOW))
                .extracting(Candle::openTime)
                .containsExactly(Instant.parse("2026-03-02T00:05:00Z"));
    }

    @Test
    void itEndsWithTheFileAndGoesOnWhenTheFileDoes() throws IOException {
        Path file = write("euro.csv", HEADER + rows(FIRST, 288 * 5));
        FeedAdapter feed = feed(file, euro);
        feed.bars(Map.of(euro, NOW), NOW);
        Instant end = Instant.parse("2026-03-07T00:00:00Z");

        assertThat(feed.bars(Map.of(euro, end), end.plus(Duration.ofHours(1))).get(euro))
                .isEqualTo(new FeedAnswer.Ended(
                        "the file has been played to its end, the bar that closed at 2026-03-07T00:00:00Z"));
        assertThat(missing(feed, euro, end, end.plus(Duration.ofDays(3)))).isEmpty();

        Files.writeString(file, HEADER + rows(FIRST, 288 * 5 + 3));
        hasBars(euro);
        feed.bars(Map.of(euro, end), end.plus(Duration.ofHours(1)));
        assertThat(bars(feed, euro, end, end.plus(Duration.ofHours(1)))).hasSize(3);
    }

    @Test
    void aHoleOfTheFileIsNothingThatIsMissing() {
        Path file = write("euro.csv", HEADER + rows(FIRST, 12) + rows(FIRST.plus(Duration.ofDays(6)), 12));
        FeedAdapter feed = feed(file, euro);
        feed.bars(Map.of(euro, NOW), NOW);
        hasBars(euro);
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");

        FeedAnswer answer =
                feed.bars(Map.of(euro, noon), noon.plus(Duration.ofHours(1))).get(euro);

        assertThat(answer).isEqualTo(FeedAnswer.complete(List.of(), noon.plus(Duration.ofHours(1))));
        assertThat(feed.missing(euro, noon, noon.plus(Duration.ofDays(1)), market()))
                .hasValue(0);
        Instant sunday = Instant.parse("2026-03-08T00:00:00Z");
        assertThat(feed.missing(euro, noon, sunday.plus(Duration.ofMinutes(17)), market()))
                .hasValue(3);
    }

    @Test
    void itStandsWhereItStoodAfterAStart() {
        Path file = write("euro.csv", HEADER + rows(FIRST, 288 * 40));
        feed(file, euro).bars(Map.of(euro, NOW), NOW);
        ReplayPlace place = place();
        hasBars(euro);
        clock.advance(Duration.ofDays(20));

        feed(file, euro).bars(Map.of(euro, NOW), NOW);
        assertThat(place()).isEqualTo(place);

        stored.clear();
        feed(file, euro).bars(Map.of(euro, NOW), NOW);
        assertThat(place().weeks()).isGreaterThan(place.weeks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-03T00:05:00Z,1.1,1.1,1.1,1.1,1#2025-03-03T00:00:00Z,1.1,1.1,1.1,1.1,1|"
                        + "line 3: the M5 bar of 2025-03-03T00:00:00Z comes after that of 2025-03-03T00:05:00Z",
                "2025-03-03T00:05:00Z,1.1,1.1,1.1,1.1,1#2025-03-03T00:05:00Z,1.1,1.1,1.1,1.1,1|rows must be in order",
                "2025-03-03T00:00:00Z,1.1,1.0,1.1,1.1,1|line 2: RANGE_BROKEN",
                "2025-03-03T00:00:00Z,1.1,oops,1.1,1.1,1|line 2: BAD_NUMBER",
                "2025-03-03T00:01:00Z,1.1,1.1,1.1,1.1,1|line 2: OFF_GRID"
            })
    void aRowThatIsAmissIsNamed(String rows, String found) {
        FeedAdapter feed = feed(write("bad.csv", HEADER + rows.replace('#', '\n')), euro);

        assertThatThrownBy(() -> feed.bars(Map.of(euro, NOW), NOW))
                .isInstanceOfSatisfying(FeedException.class, failure -> assertThat(failure.isLasting())
                        .isTrue())
                .hasMessageContaining(found);
        assertThat(feed.missing(euro, NOW, NOW.plus(Duration.ofDays(1)), market()))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBeSo() throws IOException {
        assertFails(folder.resolve("none.csv"), "there is no file");
        assertFails(write("empty.csv", ""), "the file is empty");
        assertFails(write("text.csv", "hello\nworld\n"), "text.csv");
        assertFails(write("header.csv", HEADER), "");
        assertFails(folder, "");
        byte[] packed = packed(HEADER + rows(FIRST, 500));
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(packed, packed.length / 2));
        assertFails(cut, "damaged or cut off");
        assertFails(
                write("other.csv", "symbol," + HEADER + "GBPUSD,2025-03-03T00:00:00Z,1.1,1.1,1.1,1.1,1\n"),
                "OTHER_SYMBOL");
    }

    @Test
    void aFeedThatNamesNoFileIsAMistakeOfTheSettings() {
        assertThatThrownBy(() -> source().adapter("recorded", settings(null), List.of(euro)))
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("suite.brain.feeds.recorded");
    }

    private void assertFails(Path file, String message) {
        assertThatThrownBy(() -> feed(file, euro).bars(Map.of(euro, NOW), NOW))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(message);
    }

    private List<Candle> missing(FeedAdapter feed, Instrument instrument, Instant from, Instant to) {
        return feed.bars(Map.of(instrument, from), to).get(instrument) instanceof FeedAnswer.Bars bars
                ? bars.bars()
                : List.of();
    }

    private List<Candle> bars(FeedAdapter feed, Instrument instrument, Instant from, Instant closedBy) {
        return missing(feed, instrument, from, closedBy);
    }

    private ReplayPlace place() {
        return Optional.ofNullable(places.get("recorded")).orElseThrow();
    }

    private static MissingBars market() {
        return new MissingBars(MarketHours.shipped(), Timeframe.M5.length());
    }

    private void hasBars(Instrument instrument) {
        SeriesKey key = new SeriesKey(instrument.symbol(), Timeframe.M5);
        stored.put(key, new SeriesState(key, FIRST, FIRST, FIRST, BigDecimal.ONE, 1, 1, 0));
    }

    private FeedAdapter feed(Path file, Instrument... instruments) {
        return source().adapter("recorded", settings(file), List.of(instruments));
    }

    private ReplayFeeds source() {
        ReplayPlaces kept = new ReplayPlaces() {
            @Override
            public Optional<ReplayPlace> find(String feed) {
                return Optional.ofNullable(places.get(feed));
            }

            @Override
            public void keep(String feed, ReplayPlace place) {
                places.put(feed, place);
            }
        };
        return new ReplayFeeds(catalog, kept, key -> Optional.ofNullable(stored.get(key)), 1 << 20, clock);
    }

    private static FeedSettings.Feed settings(@Nullable Path file) {
        return new FeedSettings.Feed(
                "replay", true, List.of("EURUSD.REPLAY"), Timeframe.M5, 30, 42, file, ZoneOffset.UTC);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String rows(Instant first, int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(first.plus(Duration.ofMinutes(5L * i))).append(",1.1,1.1002,1.0999,1.1001,10\n");
        }
        return rows.toString();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
