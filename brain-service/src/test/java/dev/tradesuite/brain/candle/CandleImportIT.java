package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.ImportReport.SymbolReport;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class CandleImportIT {

    private static final String HEADER = "time,symbol,open,high,low,close,volume\n";

    private static final String BARS = "time,open,high,low,close\n";

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeriesIndex index;

    private CandleService candles;

    @BeforeEach
    void nothingStored() {
        CandleService.empty(jdbc, index);
        candles = new CandleService(client);
    }

    @Test
    void everyRowIsAccountedFor() {
        String file = HEADER
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:05:00Z,EURUSD,1.2,1.2,1.2,1.2,0\n"
                + "2026-01-05T10:00:00Z,EURUSD,1.10,1.30,1.00,1.20,7\n" // the same prices again
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.4,1.0,1.2,5\n" // another high
                + "2026-01-05T10:06:00Z,EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,EURUSD,1.1,1.15,1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,EURUSD,1.1,1.3,-1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,EURUSD,1.1,1.3,1.0,1.2,-5\n"
                + "2999-01-05T10:10:00Z,EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,NOSUCH,1.1,1.3,1.0,1.2,5\n"
                + "today,EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,EURUSD,1.1,NaN,1.0,1.2,5\n"
                + "2026-01-05T10:10:00Z,EURUSD,1.1\n"
                + "\n"
                + "2026-01-05T10:15:00Z,USD/JPY,150.1,150.3,150.0,150.2,\n";

        ImportReport report = candles.imported("timeframe=M5&source=odd.csv", file);

        assertThat(report.rowsRead()).isEqualTo(14);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.duplicate()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(10);
        assertThat(report.rowsRead())
                .isEqualTo(report.stored() + report.replaced() + report.duplicate() + report.refused());
        assertThat(report.refusedByReason())
                .isEqualTo(Map.of(
                        "CONFLICTING_DUPLICATE", 1L,
                        "OFF_GRID", 1L,
                        "RANGE_BROKEN", 1L,
                        "PRICE_NOT_POSITIVE", 1L,
                        "NEGATIVE_VOLUME", 1L,
                        "IN_FUTURE", 1L,
                        "UNKNOWN_SYMBOL", 1L,
                        "BAD_TIME", 1L,
                        "BAD_NUMBER", 1L,
                        "UNREADABLE_ROW", 1L));
        assertThat(report.refusals())
                .extracting(ImportReport.RefusedRow::line)
                .containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
        assertThat(report.refusals().getFirst().message())
                .isEqualTo("Another candle with other prices holds this time; the first one read is kept."
                        + " Found: EURUSD of 2026-01-05T10:00:00Z: found 1.1 1.4 1.0 1.2, kept 1.1 1.3 1.0 1.2");
        SymbolReport euro = report.symbols().getFirst();
        assertThat(euro)
                .isEqualTo(new SymbolReport(
                        "EURUSD",
                        2,
                        0,
                        1,
                        1,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        Instant.parse("2026-01-05T10:00:00Z"),
                        Instant.parse("2026-01-05T10:05:00Z"),
                        0,
                        0,
                        List.of()));
        assertThat(report.symbols().getLast().symbol()).isEqualTo("USDJPY");
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void sameFileAgainStoresNothingAndRefusesTheSameRows() {
        String file = HEADER + walk("EURUSD", 500) + "2026-01-05T00:00:00Z,EURUSD,9,9,9,9,9\n";

        ImportReport first = candles.imported("timeframe=M5", file);
        ImportReport second = candles.imported("timeframe=M5", file);

        assertThat(first.stored()).isEqualTo(500);
        assertThat(first.refused()).isEqualTo(1);
        assertThat(second.stored()).isZero();
        assertThat(second.duplicate()).isEqualTo(500);
        assertThat(second.refusals()).isEqualTo(first.refusals());
        assertThat(stored()).isEqualTo(500);
    }

    @Test
    void twoImportsOfOneFileAtTheSameTimeStoreItOnceAndTellOnce() throws Exception {
        String file = HEADER + walk("GBPUSD", 2_000) + walk("EURUSD", 2_000);

        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> one = threads.submit(() -> candles.imported("timeframe=M5&source=race", file));
            Future<ImportReport> other = threads.submit(() -> candles.imported("timeframe=M5&source=race", file));

            assertThat(one.get().stored() + other.get().stored()).isEqualTo(4_000);
            assertThat(one.get().duplicate() + other.get().duplicate()).isEqualTo(4_000);
            assertThat(stored()).isEqualTo(4_000);

            // A later candle on the same keys: when it has arrived, everything before it has.
            candles.imported(
                    "timeframe=M5&source=fence",
                    HEADER + "2026-02-02T00:00:00Z,GBPUSD,1,1,1,1,1\n2026-02-02T00:00:00Z,EURUSD,1,1,1,1,1\n");
            bars.await(2, message -> source(message).equals("fence"));
            assertThat(bars.seen().stream().filter(message -> source(message).equals("race")))
                    .hasSize(2);
        }
    }

    @Test
    void newestCandleOfAFileIsAnnouncedWhenItIsNews() {
        try (TestTopic bars = TestTopic.of(Topics.MARKET_BARS)) {
            candles.imported("timeframe=M5&source=news.csv", HEADER + walk("EURUSD", 100));

            TestTopic.Message message = bars.await(m -> source(m).equals("news.csv"));
            assertThat(message.key()).isEqualTo("EURUSD");
            assertThat(message.json().path("type").stringValue()).isEqualTo("candle.closed");
            JsonNode data = message.json().path("data");
            assertThat(data.path("timeframe").stringValue()).isEqualTo("M5");
            assertThat(data.path("label").stringValue()).isEqualTo("PAPER");
            // The hundredth candle from midnight: 99 x 5 minutes = 8:15.
            assertThat(data.path("candle").path("open_time").stringValue()).isEqualTo("2026-01-05T08:15:00Z");

            candles.imported(
                    "timeframe=M5&source=history.csv", HEADER + "2025-12-01T00:00:00Z,EURUSD,1.1,1.1,1.1,1.1,1\n");
            candles.imported(
                    "timeframe=M5&source=later.csv", HEADER + "2026-01-06T00:00:00Z,EURUSD,1.1,1.1,1.1,1.1,1\n");
            bars.await(m -> source(m).equals("later.csv"));
            assertThat(bars.seen()).noneMatch(m -> source(m).equals("history.csv"));
        }
    }

    @Test
    void noFileWritesAMadeUpSeries() {
        String row = "2026-01-05T00:00:00Z,%s,1.1,1.1,1.1,1.1,1\n";

        Answer named = candles.importing("timeframe=M5&source=simulator", HEADER + row.formatted("EURUSD"));
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.json().path("errors").get(0).path("code").stringValue())
                .isEqualTo("SOURCE_NOT_ALLOWED");

        Answer made = candles.importing("timeframe=M5", HEADER + row.formatted("EURUSD.SIM"));
        assertThat(made.text()).contains("SOURCE_NOT_ALLOWED");
        assertThat(stored()).isZero();
    }

    @Test
    void fileThatBreaksOffLeavesNothingBehind() {
        byte[] whole = CandleService.gzip(HEADER + walk("EURUSD", 20_000));

        Answer answer = candles.importing("timeframe=M5", Arrays.copyOf(whole, whole.length / 2));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().path("detail").stringValue()).contains("cut off", "nothing was stored");
        assertThat(stored()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM candle_series")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void dayThatOpensAtAnotherHourDoesNotStandTwice() {
        candles.imported("timeframe=D1", HEADER + "2026-01-04T22:00:00Z,XAUUSD,4000,4010,3990,4005,0\n");

        ImportReport report = candles.imported(
                "timeframe=D1",
                HEADER
                        + "2026-01-05,XAUUSD,4000,4010,3990,4005,0\n"
                        + "2026-01-06,XAUUSD,4005,4010,3990,4006,0\n"
                        + "2026-01-05T21:00:00Z,XAUUSD,4005,4010,3990,4006,0\n");

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.refusedByReason()).isEqualTo(Map.of("OVERLAPPING", 2L));
        assertThat(report.refusals().getFirst().message())
                .endsWith("XAUUSD of 2026-01-05T00:00:00Z overlaps the candle of 2026-01-04T22:00:00Z");
        assertThat(report.refusals().getLast().message())
                .endsWith("XAUUSD of 2026-01-05T21:00:00Z overlaps the candle of 2026-01-06T00:00:00Z");
    }

    @Test
    void hoursAndDaysNeverOverlapInWhateverOrderTheyCome() {
        String hours = "timeframe=H1&symbol=AAPL";
        assertThat(candles.imported(hours, BARS + "2026-01-05T14:30:00Z,10,12,9,11\n2026-01-05T15:30:00Z,10,12,9,11\n")
                        .stored())
                .isEqualTo(2);
        assertThat(candles.imported(
                                hours,
                                BARS
                                        + "2026-01-05T14:00:00Z,10,12,9,11\n2026-01-05T15:15:00Z,10,12,9,11\n"
                                        + "2026-01-05T16:00:00Z,10,12,9,11\n2026-01-05T16:30:00Z,10,12,9,11\n")
                        .refusedByReason())
                .isEqualTo(Map.of("OVERLAPPING", 3L));

        String fourHours = "timeframe=H4&symbol=USDDKK";
        assertThat(candles.imported(fourHours, BARS + "2026-01-05T08:00:00Z,6,7,5,6\n")
                        .stored())
                .isEqualTo(1);
        assertThat(candles.imported(fourHours, BARS + "2026-01-05T10:00:00Z,6,7,5,6\n")
                        .stored())
                .isZero();
        assertThat(candles.imported(fourHours, BARS + "2026-01-05T06:00:00Z,6,7,5,6\n")
                        .stored())
                .isZero();
        assertThat(candles.imported(fourHours, BARS + "2026-01-05T12:00:00Z,6,7,5,6\n")
                        .stored())
                .isEqualTo(1);

        String days = "timeframe=D1&symbol=USDDKK";
        assertThat(candles.imported(days, BARS + "2026-01-05T21:00:00Z,6,7,5,6\n")
                        .stored())
                .isEqualTo(1);
        assertThat(candles.imported(days, BARS + "2026-01-05T00:00:00Z,6,7,5,6\n")
                        .stored())
                .isZero();
        assertThat(candles.imported(days, BARS + "2026-01-06T00:00:00Z,6,7,5,6\n")
                        .stored())
                .isZero();
        // The clocks went forward on the day between.
        assertThat(candles.imported(days, BARS + "2026-01-06T20:00:00Z,6,7,5,6\n")
                        .stored())
                .isEqualTo(1);
    }

    @Test
    void adjustedCloseIsKeptBesideTheCloseAndTheNewestFileCounts() {
        String header = "Date,Open,High,Low,Close,Adj Close,Volume\n";
        ImportReport first = candles.imported("timeframe=D1&symbol=AAPL", header + "2026-01-05,10,12,9,11,10.5,null\n");
        assertThat(first.symbols().getFirst().adjusted()).isEqualTo(1);
        assertThat(first.symbols().getFirst().withoutVolume()).isEqualTo(1);
        assertThat(first.warnings()).anyMatch(warning -> warning.contains("adjusted close"));

        ImportReport restated =
                candles.imported("timeframe=D1&symbol=AAPL", header + "2026-01-05,10,12,9,11,10.25,null\n");
        assertThat(restated.replaced()).isEqualTo(1);
        assertThat(candles.get("/api/v1/candles/closes?symbols=AAPL&timeframe=D1")
                        .json()
                        .path("symbols")
                        .get(0)
                        .path("closes")
                        .get(0)
                        .decimalValue())
                .isEqualByComparingTo("10.25");
        assertThat(candles.get("/api/v1/candles/AAPL?timeframe=D1")
                        .json()
                        .path("candles")
                        .get(0)
                        .path("close")
                        .decimalValue())
                .isEqualByComparingTo("11");
    }

    @Test
    void replaceCorrectsStoredPricesButNotTheFirstRowOfTheFileItself() {
        candles.imported(
                "timeframe=M5",
                HEADER + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.2,5\n2026-01-05T10:05:00Z,EURUSD,1,1,1,1,1\n");

        ImportReport report = candles.imported(
                "timeframe=M5&on_conflict=replace&source=correction",
                HEADER
                        + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.25,5\n"
                        + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.26,5\n"
                        + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.25,5\n"
                        + "2026-01-05T10:05:00Z,EURUSD,1,1,1,1,1\n"
                        + "2026-01-05T10:10:00Z,EURUSD,1,1,1,1,1\n");

        assertThat(report.replaced()).isEqualTo(1);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.duplicate()).isEqualTo(2);
        assertThat(report.refusedByReason()).isEqualTo(Map.of("CONFLICTING_DUPLICATE", 1L));
        assertThat(jdbc.sql("SELECT close::text || ' ' || source FROM candle ORDER BY open_time LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("1.25 correction");
    }

    @Test
    void timeRuleMovesLabelsThatLieAndCountsThem() {
        ImportReport report = candles.imported(
                "timeframe=M5&time_rule=00-12:America/Bogota",
                HEADER
                        + "2020-01-02 08:00:00+00:00,USD/COP,3288,3288,3270,3271,0\n"
                        + "2020-01-02 13:00:00+00:00,USD/COP,3288,3288,3270,3271,0\n"
                        + "2020-01-02 13:05:00+00:00,USD/COP,3271,3271,3271,3271,0\n");

        SymbolReport peso = report.symbols().getFirst();
        assertThat(peso.timeMoved()).isEqualTo(1);
        assertThat(peso.duplicate()).isEqualTo(1);
        assertThat(peso.first()).isEqualTo("2020-01-02T13:00:00Z");
        assertThat(peso.zeroVolume()).isEqualTo(2);
        assertThat(report.warnings()).containsExactly("USDCOP: 100.0 % of the candles have a volume of zero.");
    }

    @Test
    void timeframeThatDoesNotFitTheRowsIsPointedOut() {
        ImportReport report = candles.imported(
                "timeframe=M5&symbol=EURUSD",
                """
                time,open,high,low,close
                2026-01-05 10:00,1,1.01,1,1
                2026-01-05 11:00,1,1.01,1,1
                2026-01-05 12:00,1,1.01,1,1
                """);

        assertThat(report.warnings())
                .containsExactly(
                        "EURUSD: candles are mostly 1 h apart, not 5 min; the timeframe M5 may be wrong.",
                        "EURUSD: 100.0 % of the candles have no volume.");
        assertThat(report.symbols().getFirst().gapCount()
                        + report.symbols().getFirst().sessionGapCount())
                .isEqualTo(2);
    }

    @Test
    void yearsGetTheirPartitionsAndNoneIsLeftToTheDefault() {
        candles.imported(
                "timeframe=D1&symbol=KO",
                "date,open,high,low,close\n1962-01-02,1,1.1,1,1\n1999-12-31,1,1.1,1,1\n2000-01-03,1,1.1,1,1\n");

        assertThat(jdbc.sql("SELECT tableoid::regclass::text FROM candle ORDER BY open_time")
                        .query(String.class)
                        .list())
                .containsExactly("candle_y1962", "candle_y1999", "candle_y2000");
        assertThat(jdbc.sql("SELECT count(*) FROM candle_default")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyFaultyParameterIsNamedAtOnce() {
        Answer answer = candles.importing(
                "timeframe=M7&zone=Bogota&time_rule=8:Bogota&time_format=q%7B&shift=7h&columns=price:x&symbol=NOSUCH"
                        + "&on_conflict=maybe&source=" + "x".repeat(65),
                HEADER);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).contains("timeframe", "source");

        Answer next = candles.importing(
                "timeframe=M5&zone=Bogota&time_rule=8:Bogota&time_format=q%7B&shift=7h&columns=price:x&symbol=NOSUCH"
                        + "&on_conflict=maybe",
                HEADER);
        assertThat(next.status()).isEqualTo(400);
        assertThat(fields(next))
                .containsExactlyInAnyOrder(
                        "symbol", "columns", "time_format", "zone", "shift", "time_rule", "on_conflict");
    }

    @Test
    void whatIsNoCandleFileIsAProblemAndNeverAnError() {
        assertProblem(candles.importing("timeframe=M5", ""), 400, "VALIDATION_FAILED");
        assertProblem(candles.importing("timeframe=M5", "\u0000\u0001\u0002\n\u0003"), 400, "VALIDATION_FAILED");
        assertProblem(candles.importing("timeframe=M5", "hello\nworld\n"), 400, "VALIDATION_FAILED");
        assertProblem(candles.importing("timeframe=M5", new byte[] {0x1F, (byte) 0x8B}), 400, "VALIDATION_FAILED");
        assertProblem(candles.importing("", HEADER), 400, "VALIDATION_FAILED");
        assertProblem(
                client.with("trade:execute").post("/api/v1/candles/import?timeframe=M5", Map.of("a", 1)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertThat(stored()).isZero();
    }

    @Test
    void headerWithoutRowsIsAnImportOfNothing() {
        ImportReport report = candles.imported("timeframe=M5", HEADER);

        assertThat(report.rowsRead()).isZero();
        assertThat(report.warnings()).containsExactly("The source has a header but no rows.");
    }

    @Test
    void importNeedsTheScopeToTrade() {
        SuiteClient reader = client.with("trade:read").header("Content-Type", "text/csv");
        BodyPublisher body = BodyPublishers.ofString(HEADER);

        assertThat(reader.send("POST", "/api/v1/candles/import?timeframe=M5", body)
                        .status())
                .isEqualTo(403);
        assertThat(client.header("Content-Type", "text/csv")
                        .send("POST", "/api/v1/candles/import?timeframe=M5", body)
                        .status())
                .isEqualTo(401);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").stringValue()).isEqualTo(code);
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").stringValue())
                .toList();
    }

    private static String source(TestTopic.Message message) {
        return message.json().path("data").path("source").asString("");
    }

    /** Candles of one symbol from midnight of 5 January 2026, without a gap. */
    private static String walk(String symbol, int count) {
        StringBuilder rows = new StringBuilder();
        Instant time = Instant.parse("2026-01-05T00:00:00Z");
        for (int i = 0; i < count; i++) {
            int pips = 11_000 + i % 97;
            rows.append("%s,%s,1.%d,1.%d,1.%d,1.%d,%d%n"
                    .formatted(time, symbol, pips, pips + 5, pips - 5, pips + 1, i + 1));
            time = time.plusSeconds(300);
        }
        return rows.toString();
    }

    private long stored() {
        return jdbc.sql("SELECT count(*) FROM candle").query(Long.class).single();
    }
}
