package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.DailyReturnPage;
import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.ReturnImportReport;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.contracts.portfolio.SourceFetch;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturnReader;
import dev.tradesuite.portfolio.returns.HourlyReturnStore;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class ReturnsApiIT {

    private static final String RETURNS = "/api/v1/strategies/own/returns";

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReturnReader reader;

    @Autowired
    private HourlyReturnStore hourly;

    @Autowired
    private HourlyReturnReader hours;

    @BeforeEach
    void register() {
        StrategyTables.clear(jdbc);
        register("own", "imported");
    }

    @Test
    void goodRowsAreStoredAndEveryOtherIsNamed() {
        Answer answer = writer().post(
                        RETURNS + "?label=BACKTEST",
                        """
                        {"returns":[{"day":"2026-01-05","value":0.01},{"day":"2026-13-05","value":0.01},
                                    {"day":"2026-01-06","value":-2},{"day":"2026-01-07"},{"day":"2026-01-08","value":-0.005}]}
                        """);

        ReturnImportReport report = answer.as(ReturnImportReport.class);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(ReturnImportReport.RefusedReturn::line, row -> row.reason()
                        .code())
                .containsExactly(
                        tuple(2, "BAD_RETURN_DAY"), tuple(3, "RETURN_BELOW_TOTAL_LOSS"), tuple(4, "BAD_RETURN_VALUE"));
    }

    @Test
    void correctionIsTheNextVersionAndTheOneThatCounts() {
        table("BACKTEST", "day,return\n2026-01-05,0.01\n2026-01-06,0.02\n");

        ReturnImportReport again = table("BACKTEST", "day,return\n2026-01-05,0.01\n2026-01-06,0.03\n2026-01-07,0\n");

        assertThat(again).isEqualTo(new ReturnImportReport("own", RunLabel.BACKTEST, 1, 1, 1, List.of()));
        assertThat(page("").returns())
                .extracting(DailyReturnPage.Row::value, DailyReturnPage.Row::version)
                .containsExactly(tuple(0.01, 1), tuple(0.03, 2), tuple(0.0, 1));
        assertThat(jdbc.sql("SELECT count(*) FROM daily_return")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void returnsComeByDayAndLabelPageByPage() {
        table("BACKTEST", "day,return\n2026-01-05,0.01\n2026-01-06,0.02\n2026-01-07,0.03\n");
        table("PAPER", "day,return\n2026-01-06,0.04\n");

        DailyReturnPage first = page("?limit=2");
        DailyReturnPage second = page("?limit=2&cursor=" + first.nextCursor());

        assertThat(values(first)).containsExactly(0.01, 0.02);
        assertThat(values(second)).containsExactly(0.04, 0.03);
        assertThat(second.nextCursor()).isNull();
        assertThat(values(page("?label=PAPER"))).containsExactly(0.04);
        assertThat(values(page("?from=2026-01-06&to=2026-01-06"))).containsExactly(0.02, 0.04);
    }

    @Test
    void returnsComeAsATableToo() {
        table("BACKTEST", "day,return\n2026-01-05,0.01\n2026-01-06,0.00001\n");

        Answer answer = reads().header("Accept", "text/csv").get(RETURNS + "?limit=1");

        assertThat(answer.text()).startsWith("day,label,return,version,recorded_at\r\n2026-01-05,BACKTEST,0.01,1,");
        String next = answer.headers().firstValue("Next-Cursor").orElseThrow();
        assertThat(reads().header("Accept", "text/csv")
                        .get(RETURNS + "?cursor=" + next)
                        .text())
                .contains("2026-01-06,BACKTEST,0.00001,1,");
    }

    @Test
    void anotherReturnForAnHourTakesItsPlace() {
        Instant ten = Instant.parse("2026-01-05T10:00:00Z");
        Instant eleven = ten.plus(Duration.ofHours(1));
        hourly.put("own", RunLabel.PAPER, List.of(new HourlyReturn(ten, 0.01), new HourlyReturn(eleven, 0.02)));
        hourly.put("own", RunLabel.PAPER, List.of(new HourlyReturn(eleven, -0.03)));
        hourly.put("own", RunLabel.BACKTEST, List.of(new HourlyReturn(ten, 0.04)));

        assertThat(hours.hours(List.of("own"), ten, Optional.empty()))
                .containsExactly(new HourlyReturns("own", RunLabel.PAPER, List.of(new HourlyReturn(eleven, -0.03))));
        assertThat(hours.hours(List.of("own"), Instant.EPOCH, Optional.of(RunLabel.PAPER)))
                .singleElement()
                .satisfies(found -> assertThat(found.hours()).hasSize(2));
        hourly.forgetHoursBefore(eleven);
        assertThat(hours.hours(List.of("own"), Instant.EPOCH, Optional.empty()))
                .singleElement()
                .satisfies(found -> assertThat(found.hours()).hasSize(1));
    }

    @Test
    void badQuestionsAreRefused() {
        assertThat(field(reads().get(RETURNS + "?from=2026-02-30"))).isEqualTo("from");
        assertThat(field(reads().get(RETURNS + "?from=2026-02-02&to=2026-02-01")))
                .isEqualTo("to");
        assertThat(field(reads().get(RETURNS + "?label=NONE"))).isEqualTo("label");
        assertThat(field(reads().get(RETURNS + "?cursor=x"))).isEqualTo("cursor");
        assertThat(reads().get("/api/v1/strategies/nobody/returns").status()).isEqualTo(404);
        assertThat(reads().post(RETURNS + "?label=PAPER", "{\"returns\":[]}").status())
                .isEqualTo(403);
        assertThat(field(writer().post(RETURNS + "?label=PAPER", "{\"returns\":[]}")))
                .isEqualTo("returns");
        assertThat(field(writer().post(RETURNS, "{\"returns\":[{\"day\":\"2026-01-05\",\"value\":0}]}")))
                .isEqualTo("label");
        assertThat(field(csv("PAPER", "2026-01-05,0.01\n"))).isEqualTo("body");
    }

    @Test
    void whatASourceTradesItTellsItself() {
        register("held", "hold:EURUSD");

        Answer answer = writer().post(
                        "/api/v1/strategies/held/returns?label=PAPER",
                        "{\"returns\":[{\"day\":\"2026-01-05\",\"value\":0.1}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(field(answer)).isEqualTo("label");
    }

    @Test
    void sourceThatDoesNotAnswerShowsWithTheStrategy() {
        register("held", "hold:EURUSD");

        assertThat(writer().post("/api/v1/strategies/held/returns/refresh", null)
                        .status())
                .isEqualTo(503);
        assertThat(writer().post(RETURNS + "/refresh", null).status()).isEqualTo(422);

        SourceFetch fetch = Objects.requireNonNull(reads().get("/api/v1/strategies/held")
                .as(RegisteredStrategy.class)
                .fetch());
        assertThat(fetch.succeededAt()).isNull();
        assertThat(fetch.failedAt()).isNotNull();
        assertThat(Objects.requireNonNull(fetch.failure()).code()).isEqualTo(ReturnReason.SOURCE_NOT_ANSWERING.name());
    }

    @Test
    void oneQueryReadsManyStrategies() {
        LocalDate first = LocalDate.of(2025, 1, 1);
        List<String> codes =
                IntStream.range(0, 100).mapToObj("many-%03d"::formatted).toList();
        codes.forEach(code -> register(code, "imported"));
        jdbc.sql(
                        """
                        INSERT INTO daily_return (strategy, label, day, version, value, recorded_at)
                        SELECT s.code, 'BACKTEST', DATE '2025-01-01' + d, v, d + v / 10.0, now()
                          FROM strategy s, generate_series(0, 364) d, generate_series(1, 2) v
                         WHERE s.code LIKE 'many-%' AND (v = 1 OR d = 7)
                        """)
                .update();

        List<StrategyReturns> read =
                reader.read(new ReturnReader.Wanted(codes, first, first.plusDays(364), Optional.of(RunLabel.BACKTEST)));

        assertThat(read).extracting(StrategyReturns::code).isEqualTo(codes);
        assertThat(read).allSatisfy(one -> {
            assertThat(one.days()).hasSize(365);
            assertThat(one.days().getFirst()).isEqualTo(new DailyReturn(first, 0.1));
            assertThat(one.days().get(7)).isEqualTo(new DailyReturn(first.plusDays(7), 7.2));
        });
        assertThat(reader.read(new ReturnReader.Wanted(codes, first, first, Optional.of(RunLabel.LIVE))))
                .isEmpty();
        assertThat(reader.read(new ReturnReader.Wanted(List.of("many-001"), first, first, Optional.empty())))
                .containsExactly(
                        new StrategyReturns("many-001", RunLabel.BACKTEST, List.of(new DailyReturn(first, 0.1))));
    }

    private ReturnImportReport table(String label, String text) {
        return csv(label, text).as(ReturnImportReport.class);
    }

    private Answer csv(String label, String text) {
        return writer().header("Content-Type", "text/csv")
                .send("POST", RETURNS + "?label=" + label, BodyPublishers.ofString(text));
    }

    private DailyReturnPage page(String query) {
        return reads().get(RETURNS + query).as(DailyReturnPage.class);
    }

    private static List<Double> values(DailyReturnPage page) {
        return page.returns().stream().map(DailyReturnPage.Row::value).toList();
    }

    private static String field(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }

    private SuiteClient reads() {
        return anybody.with("trade:read");
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read");
    }

    private void register(String code, String source) {
        Answer answer =
                writer().post("/api/v1/strategies", "{\"code\":\"%s\",\"source\":\"%s\"}".formatted(code, source));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
