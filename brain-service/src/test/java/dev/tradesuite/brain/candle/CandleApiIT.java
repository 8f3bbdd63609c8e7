package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.brain.CandlePage;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.brain.StoredCandles;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.Candles;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class CandleApiIT {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeriesIndex index;

    @Autowired
    Clock clock;

    private CandleService candles;

    @BeforeEach
    void nothingStored() {
        CandleService.empty(jdbc, index);
        candles = new CandleService(client);
    }

    @Test
    void addedCandlesAreReadBackExactly() {
        List<Candle> sent = Candles.walk(Timeframe.M5, MONDAY, 20, "1.08", "0.0005", 1);

        ImportReport report = add("eurusd", Timeframe.M5, sent, "feed").as(ImportReport.class);

        assertThat(report.stored()).isEqualTo(20);
        assertThat(report.source()).isEqualTo("feed");
        CandlePage page = candles.get("/api/v1/candles/EURUSD?timeframe=M5").as(CandlePage.class);
        assertThat(page.symbol()).isEqualTo("EURUSD");
        assertThat(page.candles())
                .usingRecursiveFieldByFieldElementComparator()
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(sent);
    }

    @Test
    void sameCandlesAgainAreDuplicatesAndACorrectionReplaces() {
        List<Candle> sent = Candles.flat(Timeframe.M5, MONDAY, 3, "1.08");
        add("EURUSD", Timeframe.M5, sent, "feed");

        assertThat(add("EURUSD", Timeframe.M5, sent, "feed").as(ImportReport.class))
                .returns(3L, ImportReport::duplicate)
                .returns(0L, ImportReport::stored);

        ImportReport corrected = add("EURUSD", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1.09"), "feed")
                .as(ImportReport.class);
        assertThat(corrected.replaced()).isEqualTo(1);
        assertThat(candles.get("/api/v1/candles/EURUSD?limit=3")
                        .as(CandlePage.class)
                        .candles())
                .extracting(candle -> candle.close().toPlainString())
                .containsExactly("1.09", "1.08", "1.08");
    }

    @Test
    void everyNewerCandleIsAnnouncedOnceAndInOrder() {
        List<Candle> sent = Candles.moving(Timeframe.M5, MONDAY, 5, "1.08", "0.001");

        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS)) {
            add("EURUSD", Timeframe.M5, sent.subList(1, 3), "api");
            add("EURUSD", Timeframe.M5, sent.subList(0, 4), "api");
            add("EURUSD", Timeframe.M5, sent, "api");

            List<TestTopic.Message> messages =
                    bars.await(4, message -> source(message).equals("api"));
            assertThat(messages)
                    .extracting(message -> message.json()
                            .path("data")
                            .path("candle")
                            .path("open_time")
                            .asString())
                    .containsExactly(
                            "2026-01-05T00:05:00Z",
                            "2026-01-05T00:10:00Z",
                            "2026-01-05T00:15:00Z",
                            "2026-01-05T00:20:00Z");
        }
    }

    @Test
    void aWrongTickMarksNothingAndIsNoPriceUntilItIsPutRight() {
        List<Candle> sent = Candles.flat(Timeframe.M5, MONDAY, 4, "0.59");
        Candle tick = Candles.flat(Timeframe.M5, MONDAY.plus(Duration.ofMinutes(10)), 1, "5.9")
                .getFirst();
        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS)) {
            add("NZDUSD", Timeframe.M5, sent.subList(0, 2), "ticks");
            ImportReport report =
                    add("NZDUSD", Timeframe.M5, List.of(tick), "ticks").as(ImportReport.class);

            assertThat(report.symbols().getFirst().implausible()).isEqualTo(1);
            assertThat(price("NZDUSD")).isEqualTo("0.59 2026-01-05T00:10:00Z");
            assertThat(candles.get("/api/v1/candles/NZDUSD")
                            .as(CandlePage.class)
                            .implausible())
                    .containsExactly(tick.openTime());

            // The next candle is back where the one before was; then the wrong one is replaced.
            add("NZDUSD", Timeframe.M5, sent.subList(3, 4), "ticks");
            assertThat(price("NZDUSD")).isEqualTo("0.59 2026-01-05T00:20:00Z");
            add("NZDUSD", Timeframe.M5, sent.subList(2, 3), "ticks");

            assertThat(candles.get("/api/v1/candles/NZDUSD")
                            .as(CandlePage.class)
                            .implausible())
                    .isEmpty();
            assertThat(told(bars.await(5, message -> source(message).equals("ticks"))))
                    .containsExactly(
                            "candle.closed 00:00 0.59",
                            "candle.closed 00:05 0.59",
                            "candle.implausible 00:10 5.9",
                            "candle.closed 00:15 0.59",
                            "candle.closed 00:10 0.59");
        }
    }

    @Test
    void aPriceThatHasReallyMovedIsBelievedOneCandleLater() {
        List<Candle> before = Candles.flat(Timeframe.M5, MONDAY, 2, "500");
        List<Candle> split = Candles.flat(Timeframe.M5, MONDAY.plus(Duration.ofMinutes(10)), 2, "125");
        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS)) {
            add("AAPL", Timeframe.M5, before, "split");
            add("AAPL", Timeframe.M5, split.subList(0, 1), "split");
            assertThat(price("AAPL")).isEqualTo("500 2026-01-05T00:10:00Z");
            add("AAPL", Timeframe.M5, split.subList(1, 2), "split");

            assertThat(price("AAPL")).isEqualTo("125 2026-01-05T00:20:00Z");
            assertThat(candles.get("/api/v1/candles/AAPL").as(CandlePage.class).implausible())
                    .isEmpty();
            assertThat(told(bars.await(5, message -> source(message).equals("split"))))
                    .containsExactly(
                            "candle.closed 00:00 500",
                            "candle.closed 00:05 500",
                            "candle.implausible 00:10 125",
                            "candle.closed 00:10 125",
                            "candle.closed 00:15 125");
        }
    }

    @Test
    void theCandleStillFormingIsLeftOutOfWhatIsAdded() {
        Instant current = Instant.ofEpochMilli(Math.floorDiv(clock.millis(), 86_400_000) * 86_400_000);
        List<Candle> sent = Candles.flat(Timeframe.D1, current.minus(Duration.ofDays(1)), 2, "1.08");

        ImportReport report = add("EURUSD", Timeframe.D1, sent.reversed(), null).as(ImportReport.class);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.warnings()).contains("The candle of " + current + " has not closed yet; it was left out.");
    }

    @Test
    void aReplacedCandleIsToldAgain() {
        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS)) {
            add("EURCHF", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 2, "0.93"), "again");
            add(
                    "EURCHF",
                    Timeframe.M5,
                    Candles.flat(Timeframe.M5, MONDAY.plus(Duration.ofMinutes(5)), 1, "0.94"),
                    "again");

            assertThat(told(bars.await(3, message -> source(message).equals("again"))))
                    .containsExactly(
                            "candle.closed 00:00 0.93", "candle.closed 00:05 0.93", "candle.closed 00:05 0.94");
            assertThat(price("EURCHF")).isEqualTo("0.94 2026-01-05T00:10:00Z");
        }
    }

    @Test
    void theNewestPriceComesWithTheUsualRangeOfTheTimeframeAskedFor() {
        add("EURUSD", Timeframe.M5, Candles.moving(Timeframe.M5, MONDAY, 20, "1.08", "0"), null);

        LatestPrices.LatestPrice m5 = latest("symbols=EURUSD&timeframe=M5");
        assertThat(m5.atr()).isEqualByComparingTo("0");
        assertThat(m5.atrMissing()).isNull();
        LatestPrices.LatestPrice d1 = latest("symbols=EURUSD&timeframe=D1");
        assertThat(d1.atr()).isNull();
        assertThat(d1.atrMissing()).isNotNull().returns("NOT_ENOUGH_CANDLES", Reason::code);
        assertThat(latest("symbols=EURUSD").atrMissing()).isNull();
    }

    @Test
    void faultyCandlesAreAllNamedAndNothingIsStored() {
        Answer answer = candles.post(
                "/api/v1/candles/EURUSD",
                """
                {"timeframe":"M5","candles":[
                 {"open_time":"2026-01-05T10:00:00Z","open":1.1,"high":1.3,"low":1.0,"close":1.2},
                 {"open_time":"2026-01-05T10:01:00Z","open":1.1,"high":1.3,"low":1.0,"close":1.2},
                 {"open_time":"2099-01-05T10:00:00Z","open":1.1,"high":1.3,"low":1.0,"close":1.2},
                 {"open_time":"2026-01-05T10:10:00Z","open":1.1,"high":1.15,"low":1.0,"close":1.2}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer))
                .containsExactly(
                        tuple("candles[1].open_time", "OFF_GRID"),
                        tuple("candles[2].open_time", "IN_FUTURE"),
                        tuple("candles[3]", "RANGE_BROKEN"));
        assertThat(index.all()).isEmpty();
    }

    @Test
    void fieldsThatBreakTheContractAreAllNamed() {
        Answer answer = candles.post(
                "/api/v1/candles/EURUSD",
                """
                {"timeframe":"M7","candles":[
                 {"open_time":"yesterday","open":"NaN","high":1.3,"low":0,"close":1.2,"volume":-1},
                 {"open":1.1,"high":1.3,"low":1.0,"close":1.2}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer))
                .extracting(error -> error.toList().getFirst())
                .contains(
                        "timeframe",
                        "candles[0].open_time",
                        "candles[0].open",
                        "candles[0].low",
                        "candles[0].volume",
                        "candles[1].open_time");
    }

    @Test
    void hugeNumbersAreRefusedBeforeTheyAreWrittenOut() {
        Answer answer = candles.post(
                "/api/v1/candles/EURUSD",
                """
                {"timeframe":"M5","candles":[{"open_time":"2026-01-05T10:00:00Z","open":1,"high":1e999999999,"low":1,"close":1}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).hasSizeLessThan(2_000);
    }

    @Test
    void unknownSymbolsAreNamed() {
        assertUnknownSymbol(candles.get("/api/v1/candles/NOSUCH"), "symbol");
        assertUnknownSymbol(add("NOSUCH", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1"), null), "symbol");
        assertUnknownSymbol(candles.get("/api/v1/candles/closes?symbols=EURUSD,NOSUCH,GBPUSD,NOPE"), "symbols[1]");
    }

    @Test
    void faultyParametersAreAllNamed() {
        Answer answer = candles.get("/api/v1/candles/EURUSD?timeframe=M7&from=yesterday&limit=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer))
                .extracting(error -> error.toList().getFirst())
                .containsExactlyInAnyOrder("timeframe", "from", "limit");
        assertThat(candles.get("/api/v1/candles/%20").status()).isEqualTo(400);
        assertThat(candles.get("/api/v1/candles/closes?symbols=&limit=5000").status())
                .isEqualTo(400);
    }

    @Test
    void pagesAreCutByTimeAndLimit() {
        add("EURUSD", Timeframe.M5, Candles.moving(Timeframe.M5, MONDAY, 10, "1.00", "0.01"), null);

        assertThat(closes(""))
                .containsExactly("1.01", "1.02", "1.03", "1.04", "1.05", "1.06", "1.07", "1.08", "1.09", "1.10");
        assertThat(closes("&limit=2")).containsExactly("1.09", "1.10");
        assertThat(closes("&limit=2&to=2026-01-05T00:45:00Z")).containsExactly("1.08", "1.09");
        assertThat(closes("&limit=2&from=2026-01-05T00:10:00Z")).containsExactly("1.03", "1.04");
        assertThat(closes("&from=2026-01-05T00:10:00Z&to=2026-01-05T00:20:00Z")).containsExactly("1.03", "1.04");
        assertThat(closes("&from=2099-12-31T23:59:59.999Z")).isEmpty();
        assertThat(closes("&to=1970-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void whatIsStoredIsListedWithoutCounting() {
        add("EURUSD", Timeframe.M5, Candles.moving(Timeframe.M5, MONDAY, 10, "1.00", "0.01"), null);
        add("EURUSD", Timeframe.H1, Candles.flat(Timeframe.H1, MONDAY.minus(Duration.ofDays(9)), 2, "1.2"), null);
        add("EURUSD", Timeframe.H1, Candles.flat(Timeframe.H1, MONDAY.minus(Duration.ofDays(10)), 1, "1.1"), null);

        assertThat(candles.get("/api/v1/candles").as(StoredCandles.class).series())
                .usingRecursiveFieldByFieldElementComparator()
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(
                        new StoredCandles.StoredSeries(
                                "EURUSD",
                                Timeframe.M5,
                                MONDAY,
                                MONDAY.plus(Duration.ofMinutes(45)),
                                new BigDecimal("1.10"),
                                10),
                        new StoredCandles.StoredSeries(
                                "EURUSD",
                                Timeframe.H1,
                                Instant.parse("2025-12-26T00:00:00Z"),
                                Instant.parse("2025-12-27T01:00:00Z"),
                                new BigDecimal("1.2"),
                                3));
    }

    @Test
    void latestPriceIsTheNewestCloseOfAnyTimeframe() {
        add("EURUSD", Timeframe.D1, Candles.flat(Timeframe.D1, MONDAY, 1, "1.10"), null);
        add("EURUSD", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1.20"), null);
        add("USDJPY", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 2, "150"), null);

        assertThat(candles.get("/api/v1/prices/latest?symbols=EURUSD,GBPUSD,NOSUCH,EURUSD")
                        .as(LatestPrices.class)
                        .prices())
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.symbol()).isEqualTo("EURUSD");
                    assertThat(price.price()).isEqualByComparingTo("1.10");
                    assertThat(price.at()).isEqualTo("2026-01-06T00:00:00Z");
                });
        assertThat(candles.get("/api/v1/prices/latest").as(LatestPrices.class).prices())
                .extracting(LatestPrices.LatestPrice::symbol)
                .containsExactly("EURUSD", "USDJPY");
    }

    @Test
    void closesComeFromTheTimeframeAskedForAndElseFromTheNextFiner() {
        // Monday as a day; Tuesday as hours up to 22:00, where it ends in New York, and as five minutes up to 03:05;
        // gold opens its Tuesday at 22:00.
        add("EURUSD", Timeframe.D1, Candles.flat(Timeframe.D1, MONDAY, 1, "1.1"), null);
        add("EURUSD", Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1.31"), null);
        add(
                "EURUSD",
                Timeframe.H1,
                Candles.moving(Timeframe.H1, MONDAY.plus(Duration.ofHours(44)), 2, "1.10", "0.01"),
                null);
        add(
                "EURUSD",
                Timeframe.M5,
                Candles.flat(Timeframe.M5, MONDAY.plus(Duration.ofDays(1)).plus(Duration.ofHours(3)), 1, "1.3"),
                null);
        add("XAUUSD", Timeframe.D1, Candles.flat(Timeframe.D1, MONDAY.plus(Duration.ofHours(22)), 1, "4000"), null);

        ClosesTable table = candles.get(
                        "/api/v1/candles/closes?symbols=XAUUSD,EURUSD,USDCOP&timeframe=D1&limit=5&as_of=2026-01-20T00:00:00Z")
                .as(ClosesTable.class);

        assertThat(table.times()).containsExactly(MONDAY, MONDAY.plus(Duration.ofDays(1)));
        assertThat(table.symbols())
                .extracting(ClosesTable.SymbolCloses::symbol)
                .containsExactly("XAUUSD", "EURUSD", "USDCOP");
        assertThat(texts(table, 0)).containsExactly(null, "4000");
        assertThat(texts(table, 1)).containsExactly("1.1", "1.12");
        assertThat(texts(table, 2)).containsExactly(null, null);
        assertThat(table.symbols().get(1).timeframes()).containsExactly(Timeframe.D1, Timeframe.H1);
        assertThat(table.symbols().get(1).count()).isEqualTo(2);
        assertThat(table.symbols().get(2).timeframes()).isEmpty();
    }

    @Test
    void closesOfAPastMomentKnowNothingOfLaterDays() {
        add("EURUSD", Timeframe.D1, Candles.moving(Timeframe.D1, MONDAY, 5, "1.00", "0.01"), null);

        ClosesTable table = candles.get("/api/v1/candles/closes?symbols=EURUSD&limit=2&as_of=2026-01-08T00:00:00Z")
                .as(ClosesTable.class);

        assertThat(texts(table, 0)).containsExactly("1.02", "1.03");
        assertThat(table.asOf()).isEqualTo("2026-01-08T00:00:00Z");
    }

    @Test
    void readingNeedsTheScopeToReadAndAddingTheScopeToTrade() {
        AddCandlesRequest request =
                new AddCandlesRequest(Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1"), null);

        assertThat(client.get("/api/v1/candles").status()).isEqualTo(401);
        for (String path : List.of(
                "/api/v1/candles",
                "/api/v1/candles/EURUSD",
                "/api/v1/candles/closes?symbols=EURUSD",
                "/api/v1/prices/latest")) {
            assertThat(client.with("portfolio:write").get(path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(client.with("trade:read")
                        .post("/api/v1/candles/EURUSD", request)
                        .status())
                .isEqualTo(403);
        assertThat(index.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD.SIM, feed,      candles[0], EURUSD.SIM takes prices of simulator only",
        "EURUSD.SIM, simulator, source,     expected another name",
        "EURUSD,     Replay,    source,     expected another name"
    })
    void nobodyElseWritesMadeUpSeries(String symbol, String source, String field, String message) {
        Answer answer = add(symbol, Timeframe.M5, Candles.flat(Timeframe.M5, MONDAY, 1, "1.08"), source);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("code").asString()).isEqualTo("SOURCE_NOT_ALLOWED");
        assertThat(error.path("message").asString()).contains(message);
        assertThat(candles.get("/api/v1/candles").as(StoredCandles.class).series())
                .isEmpty();
    }

    private Answer add(String symbol, Timeframe timeframe, List<Candle> sent, @Nullable String source) {
        return candles.post("/api/v1/candles/" + symbol, new AddCandlesRequest(timeframe, sent, source));
    }

    private LatestPrices.LatestPrice latest(String parameters) {
        return candles.get("/api/v1/prices/latest?" + parameters)
                .as(LatestPrices.class)
                .prices()
                .getFirst();
    }

    private String price(String symbol) {
        LatestPrices.LatestPrice latest = latest("symbols=" + symbol);
        return latest.price().toPlainString() + " " + latest.at();
    }

    /** Type, time and close of every event. */
    private static List<String> told(List<TestTopic.Message> messages) {
        return messages.stream()
                .map(message -> {
                    JsonNode candle = message.json().path("data").path("candle");
                    return message.json().path("type").asString() + " "
                            + candle.path("open_time").asString().substring(11, 16) + " "
                            + candle.path("close").decimalValue().toPlainString();
                })
                .toList();
    }

    private List<String> closes(String parameters) {
        return candles.get("/api/v1/candles/EURUSD?timeframe=M5" + parameters).as(CandlePage.class).candles().stream()
                .map(candle -> candle.close().toPlainString())
                .toList();
    }

    private static List<@Nullable String> texts(ClosesTable table, int symbol) {
        return table.symbols().get(symbol).closes().stream()
                .<@Nullable String>map(close -> close == null ? null : close.toPlainString())
                .toList();
    }

    private static void assertUnknownSymbol(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(errors(answer)).contains(tuple(field, "UNKNOWN_SYMBOL"));
    }

    private static List<Tuple> errors(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map((JsonNode error) ->
                        tuple(error.path("field").asString(), error.path("code").asString()))
                .toList();
    }

    private static String source(TestTopic.Message message) {
        return message.json().path("data").path("source").asString("");
    }
}
