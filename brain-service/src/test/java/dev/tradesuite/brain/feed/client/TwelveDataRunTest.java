package dev.tradesuite.brain.feed.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.StoredInMemory;
import dev.tradesuite.brain.feed.Feed;
import dev.tradesuite.brain.feed.FeedRun;
import dev.tradesuite.brain.feed.FeedService;
import dev.tradesuite.brain.feed.FeedService.FeedStatus;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.brain.feed.FeedStore;
import dev.tradesuite.brain.feed.LeasesInMemory;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed as it runs: what is stored and told through outages, refusals and closed markets. */
class TwelveDataRunTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SeriesKey EURO = new SeriesKey("EURUSD", Timeframe.M5);
    private static final SeriesKey GOLD = new SeriesKey("XAUUSD", Timeframe.M5);
    /** A Wednesday. */
    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");

    private final TwelveDataApi api = new TwelveDataApi();
    private final FixedClock clock = FixedClock.at("2026-03-04T10:00:03Z");
    private final StoredInMemory stored = new StoredInMemory(clock);
    private final LeasesInMemory leases = new LeasesInMemory();
    private final List<Instrument> instruments = List.of(instrument("EURUSD"), instrument("XAUUSD"));
    private final Feed feed = new Feed(
            "fx",
            "twelve-data",
            api.feeds(TwelveDataApi.KEY, 8, clock)
                    .adapter(
                            "fx",
                            new FeedSettings.Feed(
                                    "twelve-data",
                                    true,
                                    List.of("EURUSD", "XAUUSD"),
                                    Timeframe.M5,
                                    1,
                                    42,
                                    null,
                                    ZoneOffset.UTC),
                            instruments),
            instruments,
            Timeframe.M5,
            1);
    private final FeedRun run = new FeedRun(
            feed,
            leases,
            new FeedStore(stored::state, stored.imports()),
            (_, _, _, _, _) -> {},
            MarketHours.shipped(),
            clock);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anOutageShowsAndItsGapIsFilledWhenItIsOver() {
        api.answers(both(TEN.minus(Duration.ofMinutes(5)), 1));
        run.tick();
        assertThat(status().state()).isEqualTo(FeedState.RUNNING);
        assertThat(missing()).containsExactly(0L, 0L);

        api.answers("{\"code\": 500, \"message\": \"internal\", \"status\": \"error\"}");
        tickFor(Duration.ofMinutes(30));
        assertThat(status().state()).isEqualTo(FeedState.FAILING);
        assertThat(status().lastError()).contains("Twelve Data answered 500: internal");
        assertThat(missing()).containsExactly(6L, 6L);

        api.answers(both(TEN, 7));
        tickFor(Duration.ofMinutes(5));
        assertThat(api.asked())
                .extracting(asked -> asked.queryParameter("start_date").firstValue())
                .endsWith("2026-03-04 10:00:00", "2026-03-04 10:30:00");
        assertThat(stored.openTimes(EURO)).hasSize(8).doesNotHaveDuplicates();
        assertThat(stored.openTimes(GOLD)).hasSize(8);
        assertThat(status().state()).isEqualTo(FeedState.RUNNING);
        assertThat(status().lastError()).isEmpty();
        assertThat(missing()).containsExactly(0L, 0L);
    }

    @Test
    void aBarIsAskedForThreeSecondsAfterItsCloseAndNotBefore() {
        api.answers(both(TEN.minus(Duration.ofMinutes(5)), 1));
        run.tick();
        clock.set(Instant.parse("2026-03-04T10:05:02Z"));
        run.tick();
        assertThat(api.asked()).hasSize(1);

        api.answers(both(TEN, 1));
        clock.advance(Duration.ofSeconds(1));
        run.tick();
        run.tick();
        assertThat(api.asked()).hasSize(2);
    }

    @Test
    void aRefusedSymbolIsNamedAndAskedForLessAndLessOften() {
        api.answers("{\"EUR/USD\": " + series(TEN.minus(Duration.ofMinutes(5)), 1)
                + ", \"XAU/USD\": {\"code\": 404, \"message\": \"not found\", \"status\": \"error\"}}");
        run.tick();

        assertThat(status().state()).isEqualTo(FeedState.RUNNING);
        assertThat(status().lastError()).contains("XAUUSD: Twelve Data answered 404: not found");
        assertThat(missing().getFirst()).isZero();
        assertThat(missing().getLast()).isGreaterThan(200);
        api.answers("{\"code\": 404, \"message\": \"not found\", \"status\": \"error\"}");
        tickFor(Duration.ofMinutes(4));
        // After 5, 10, 20, 40 and 80 seconds.
        assertThat(api.asked()).hasSize(1 + 5);
    }

    @Test
    void nobodyIsAskedWhileTheMarketIsClosed() {
        Instant friday = Instant.parse("2026-03-06T22:00:03Z");
        clock.set(friday);
        api.answers(both(friday.minus(Duration.ofSeconds(303)), 1));
        run.tick();
        int before = api.asked().size();
        for (int hour = 0; hour < 46; hour++) {
            clock.advance(Duration.ofHours(1));
            run.tick();
        }

        assertThat(api.asked()).hasSize(before);
        assertThat(status().state()).isEqualTo(FeedState.MARKET_CLOSED);
        assertThat(missing()).containsExactly(0L, 0L);
    }

    @Test
    void anotherInstanceThatHoldsTheFeedIsTheOnlyOneThatAsks() {
        leases.takeAway();
        tickFor(Duration.ofMinutes(5));

        assertThat(api.asked()).isEmpty();
    }

    private void tickFor(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            run.tick();
        }
    }

    private FeedStatus status() {
        return new FeedService(List.of(feed), leases, stored::state, MarketHours.shipped(), clock)
                .statuses()
                .getFirst();
    }

    private List<Long> missing() {
        return status().symbols().stream()
                .map(symbol -> symbol.barsMissing().orElseThrow())
                .toList();
    }

    private static String both(Instant first, int bars) {
        return "{\"EUR/USD\": " + series(first, bars) + ", \"XAU/USD\": " + series(first, bars) + "}";
    }

    /** Newest first, as they come. */
    private static String series(Instant first, int bars) {
        return IntStream.range(0, bars)
                .mapToObj(i -> first.plus(Duration.ofMinutes(5L * (bars - 1 - i))))
                .map(open ->
                        "{\"datetime\": \"%s\", \"open\": \"1.1\", \"high\": \"1.1\", \"low\": \"1.1\", \"close\": \"1.1\"}"
                                .formatted(TIME.format(open)))
                .collect(Collectors.joining(",", "{\"status\": \"ok\", \"values\": [", "]}"));
    }

    private static Instrument instrument(String symbol) {
        return InstrumentCatalog.shipped().find(symbol).orElseThrow();
    }
}
