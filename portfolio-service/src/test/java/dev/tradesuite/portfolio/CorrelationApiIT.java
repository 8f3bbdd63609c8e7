package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.CorrelationHistory;
import dev.tradesuite.contracts.portfolio.CorrelationRefresh;
import dev.tradesuite.contracts.portfolio.CorrelationReport;
import dev.tradesuite.contracts.portfolio.RollingCorrelation;
import dev.tradesuite.contracts.portfolio.SelectedStrategies;
import dev.tradesuite.portfolio.correlation.CorrelationDue;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Correlations over HTTP, from the real tables. */
@SuiteIntegrationTest
class CorrelationApiIT {

    private static final String CORRELATION = "/api/v1/correlation";
    private final LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CorrelationDue due;

    /** TWIN is A with a little noise; OTHER has nothing to do with them; NEW has ten days. */
    @BeforeEach
    void register() {
        forget();
        IntToDoubleFunction a = noise(1);
        add("C-A", "imported", "PAPER", 400, a);
        add("C-TWIN", "hold:AAPL", "PAPER", 400, i -> a.applyAsDouble(i) + 0.1 * noise(2).applyAsDouble(i));
        add("C-OTHER", "imported", "PAPER", 400, noise(3));
        add("C-NEW", "imported", "PAPER", 10, noise(4));
    }

    @AfterEach
    void forget() {
        StrategyTables.clear(jdbc);
        jdbc.sql("TRUNCATE correlation, correlation_alike, correlation_regime").update();
        jdbc.sql("UPDATE correlation_version SET version = version + 1").update();
    }

    @Test
    void matrixSaysHowStrategiesMoveTogether() {
        CorrelationReport report = get("?window=90");

        assertThat(report.codes()).containsExactly("C-A", "C-NEW", "C-OTHER", "C-TWIN");
        assertThat(report.matrix().get(0).get(3)).isGreaterThan(0.9);
        assertThat(report.matrix().get(0).get(0)).isEqualTo(1.0);
        assertThat(report.matrix().get(0).get(1)).isNull();
        assertThat(report.absentPairs()).hasSize(3).allSatisfy(pair -> {
            assertThat(pair.observations()).isEqualTo(10);
            assertThat(pair.reason().code()).isEqualTo("TOO_FEW_COMMON_RETURNS");
        });
        assertThat(report.observations()).isEqualTo(90);
        assertThat(report.partial()).isFalse();
        assertThat(report.to()).isEqualTo(yesterday);
        assertThat(report.figuresOf()).containsExactly("C-A", "C-OTHER", "C-TWIN");
        assertThat(report.effectiveBets()).isBetween(1.5, 2.5);
        assertThat(report.diversificationRatio()).isBetween(1.0, 1.7);
        assertThat(report.clusters().getFirst().codes()).containsExactly("C-A", "C-TWIN");
        assertThat(report.breaches()).singleElement().satisfies(pair -> assertThat(pair.a() + pair.b())
                .isEqualTo("C-AC-TWIN"));
    }

    @Test
    void answerIsKeptUntilReturnsChange() {
        CorrelationReport first = get("?window=90");

        assertThat(get("?window=90").asOf()).isEqualTo(first.asOf());
        correct("C-TWIN", 0.5);
        CorrelationReport second = get("?window=90");
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.matrix().get(0).get(3)).isLessThan(0.9);
    }

    @Test
    void shrunkMatrixIsOfTheDaysAllHave() {
        CorrelationReport report = get("?window=30&estimator=ledoit_wolf&codes=C-A,C-OTHER,C-TWIN");

        assertThat(report.shrinkage()).isBetween(0.0, 1.0);
        assertThat(report.observations()).isEqualTo(30);
    }

    @Test
    void labelsAreNotMixedUnlessAskedFor() {
        add("C-A", "imported", "BACKTEST", 60, noise(5));

        Answer refused = reader().get(CORRELATION);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("LABELS_MIXED");
        assertThat(refused.json().at("/errors/0/message").asString()).contains("PAPER, BACKTEST");
        assertThat(get("?label=PAPER").labels()).hasSize(1);
        assertThat(get("?label=any").labels()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "?window=31,                         VALIDATION_FAILED, window",
        "?label=REAL,                        VALIDATION_FAILED, label",
        "?estimator=guess,                   VALIDATION_FAILED, estimator",
        "'?codes=C-A,NOPE',                  VALIDATION_FAILED, codes",
        "'?codes=C-A,C-A',                   VALIDATION_FAILED, codes",
        "/pair?a=C-A&b=C-A,                  VALIDATION_FAILED, b",
        "/pair?a=C-A&b=C-TWIN&days=0,        VALIDATION_FAILED, days",
        "/history?from=2026-02-01&to=2026-01-01, VALIDATION_FAILED, from",
        "/history?from=2020-02-01&to=2026-01-01, VALIDATION_FAILED, from",
        "/history?a=C-A,                     VALIDATION_FAILED, b",
        "/history?from=yesterday,            VALIDATION_FAILED, from"
    })
    void badInputIsRefusedWithTheField(String query, String code, String field) {
        Answer answer = reader().get(CORRELATION + query);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    /** 60 hours that are over, the same for both. */
    @Test
    void hoursOfTenDaysAreCorrelatedToo() {
        hours("C-A", 60, noise(6));
        hours("C-TWIN", 60, noise(6));
        hours("C-NEW", 19, noise(7));

        CorrelationReport report = get("?window=10d");

        assertThat(report.codes()).containsExactly("C-A", "C-NEW", "C-TWIN");
        assertThat(report.matrix().get(0).get(2)).isCloseTo(1, within(1e-9));
        assertThat(report.observations()).isEqualTo(60);
        assertThat(report.partial()).isFalse();
        assertThat(report.withoutReturns()).containsExactly("C-OTHER");
        assertThat(report.absentReturns())
                .singleElement()
                .satisfies(one -> assertThat(one.reason().code()).isEqualTo("HOURS_NOT_IMPORTED"));
        assertThat(report.absentPairs())
                .hasSize(2)
                .allSatisfy(pair -> assertThat(pair.reason().message()).isEqualTo("19 hours in common, 20 are needed"));
        refresh();
        assertThat(reader().get(CORRELATION + "/history?window=10d")
                        .as(CorrelationHistory.class)
                        .points())
                .singleElement()
                .satisfies(point -> assertThat(point.strategies()).isEqualTo(3));
    }

    @Test
    void dayThatIsNotOverIsTheLastRow() {
        hours("C-A", 30, noise(6));

        CorrelationReport report = get("?window=90");

        // In the first hour of a day nothing of it is over.
        boolean begun = LocalDateTime.ofInstant(lastHour(), ZoneOffset.UTC).getHour() > 0;
        assertThat(report.partial()).isEqualTo(begun);
        assertThat(report.to()).isEqualTo(begun ? yesterday.plusDays(1) : yesterday);
    }

    /** 300 hours of both: the newest ten days are the same for both, as all are. */
    @Test
    void hoursRollToo() {
        hours("C-A", 300, noise(6));
        hours("C-TWIN", 300, noise(6));

        RollingCorrelation rolling =
                reader().get(CORRELATION + "/pair?a=C-A&b=C-TWIN&window=10d").as(RollingCorrelation.class);

        assertThat(rolling.observations()).isEqualTo(300);
        assertThat(rolling.reason()).isNull();
        assertThat(rolling.points()).hasSizeGreaterThan(10).allSatisfy(point -> assertThat(point.correlation())
                .isCloseTo(1, within(1e-9)));
        assertThat(rolling.points().getLast().day())
                .isEqualTo(LocalDate.ofInstant(lastHour().minusSeconds(1), ZoneOffset.UTC));
        RollingCorrelation none =
                reader().get(CORRELATION + "/pair?a=C-A&b=C-OTHER&window=10d").as(RollingCorrelation.class);
        assertThat(none.points()).isEmpty();
        assertThat(Objects.requireNonNull(none.reason()).code()).isEqualTo("HOURS_NOT_IMPORTED");
    }

    @Test
    void pairRolls() {
        RollingCorrelation rolling = reader().get(CORRELATION + "/pair?a=C-TWIN&b=C-A&window=30&days=50")
                .as(RollingCorrelation.class);

        assertThat(rolling.a()).isEqualTo("C-A");
        assertThat(rolling.points()).hasSize(50);
        assertThat(rolling.points().getLast().day()).isEqualTo(yesterday);
        assertThat(rolling.points().getLast().correlation())
                .isCloseTo(get("?window=30").matrix().get(0).get(3), within(1e-12));
        assertThat(reader().get(CORRELATION + "/pair?a=C-NEW&b=C-A&window=30")
                        .json()
                        .at("/reason/code")
                        .asString())
                .isEqualTo("TOO_FEW_COMMON_RETURNS");
    }

    @Test
    void refreshStoresTheDayAndTellsOfThePairOnce() {
        CorrelationRefresh first = refresh();
        CorrelationRefresh second = refresh();

        assertThat(first.computed()).hasSize(3);
        assertThat(first.pairChanges()).isEqualTo(1);
        assertThat(second.pairChanges()).isZero();
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(get("?window=365&label=PAPER").asOf()).isEqualTo(second.asOf());
        CorrelationHistory history =
                reader().get(CORRELATION + "/history?window=90&a=C-A&b=C-TWIN").as(CorrelationHistory.class);
        assertThat(history.points()).singleElement().satisfies(point -> {
            assertThat(point.cause()).isEqualTo(CorrelationHistory.Cause.DAILY);
            assertThat(point.asOf()).isEqualTo(second.asOf());
            assertThat(point.strategies()).isEqualTo(4);
            assertThat(point.correlation()).isGreaterThan(0.9);
        });
        assertThat(jdbc.sql("SELECT a || ' ' || b FROM correlation_alike")
                        .query(String.class)
                        .list())
                .containsExactly("C-A C-TWIN");
    }

    @Test
    void twoAtOnceTellOfAChangeOnce() {
        List<CompletableFuture<CorrelationRefresh>> both = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(this::refresh))
                .toList();

        assertThat(both.stream().mapToInt(one -> one.join().pairChanges()).sum())
                .isEqualTo(1);
    }

    /** An imported strategy has no market that is ever open. */
    @Test
    void correctionIsComputedAlthoughEveryMarketIsClosed() {
        refresh();
        jdbc.sql("UPDATE strategy SET source = 'imported'").update();
        assertThat(due.look()).isFalse();

        correct("C-TWIN", 0.5);

        assertThat(due.look()).isTrue();
        assertThat(due.look()).isFalse();
    }

    @Test
    void changeOfAPairIsPublished() {
        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            refresh();

            TestTopic.Message message =
                    topic.await(found -> found.json().path("type").asString().equals("correlation.pair"));
            assertThat(message.key()).isEqualTo("C-A");
            assertThat(message.json().at("/data/b").asString()).isEqualTo("C-TWIN");
            assertThat(message.json().at("/data/above").asBoolean()).isTrue();
        }
    }

    @Test
    void selectionKeepsTheBetterOfTwoThatAreTooAlike() {
        SelectedStrategies selected = reader().post(
                        CORRELATION + "/select",
                        "{\"max_correlation\":0.6,\"count\":5,\"by\":\"sharpe\",\"window\":\"365\"}")
                .as(SelectedStrategies.class);

        assertThat(selected.selected())
                .extracting(SelectedStrategies.Selected::code)
                .contains("C-OTHER")
                .hasSize(2);
        assertThat(selected.leftOut())
                .extracting(one -> one.reason().code())
                .containsExactly("TOO_ALIKE", "SCORE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"count\":5,\"by\":\"sharpe\"}; max_correlation",
                "{\"max_correlation\":1.5,\"count\":5,\"by\":\"sharpe\"}; max_correlation",
                "{\"max_correlation\":0.5,\"count\":0,\"by\":\"sharpe\"}; count",
                "{\"max_correlation\":0.5,\"count\":1,\"by\":\"beauty\"}; by",
                "{\"max_correlation\":0.5,\"count\":1,\"by\":\"sharpe\",\"codes\":[\"NOPE\"]}; codes"
            })
    void badSelectionIsRefusedWithTheField(String body, String field) {
        Answer answer = reader().post(CORRELATION + "/select", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.text())
                .isEqualTo(field);
    }

    /** Nobody answers whose books they are, so nothing is told of them, nor of all strategies together. */
    @Test
    void booksAreNotShownWhileTheirOwnerIsNotKnown() {
        add("C-BOOK", "portfolio:17", "PAPER", 90, noise(9));
        SuiteClient stranger = anybody.as("stranger", List.of(), "trade:read");

        assertThat(stranger.get(CORRELATION + "?window=90").status()).isEqualTo(503);
        assertThat(anybody.with("trade:read", "admin")
                        .get(CORRELATION + "?window=90")
                        .as(CorrelationReport.class)
                        .codes())
                .contains("C-BOOK");
    }

    @Test
    void onlyWritersMayRefresh() {
        assertThat(anybody.get(CORRELATION).status()).isEqualTo(401);
        assertThat(reader().post(CORRELATION + "/refresh", null).status()).isEqualTo(403);
    }

    private CorrelationReport get(String query) {
        Answer answer = reader().get(CORRELATION + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(CorrelationReport.class);
    }

    private CorrelationRefresh refresh() {
        Answer answer = anybody.with("portfolio:write").post(CORRELATION + "/refresh", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(CorrelationRefresh.class);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read");
    }

    private void add(String code, String source, String label, int days, IntToDoubleFunction value) {
        jdbc.sql(
                        """
                        INSERT INTO strategy (code, name, source, state, registered_at)
                        VALUES (:code, :code, :source, 'PAPER', now())
                        ON CONFLICT DO NOTHING
                        """)
                .param("code", code)
                .param("source", source)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO daily_return (strategy, label, day, version, value, recorded_at)
                        SELECT :code, :label, DATE '1970-01-01' + u.day, 1, u.value, now()
                        FROM unnest(:days, :values) AS u (day, value)
                        """)
                .param("code", code)
                .param("label", label)
                .param(
                        "days",
                        IntStream.range(0, days)
                                .mapToObj(i -> Math.toIntExact(yesterday.toEpochDay() - (days - 1L - i)))
                                .toArray(Integer[]::new))
                .param(
                        "values",
                        // The newest days of each are of the same dates.
                        IntStream.range(400 - days, 400)
                                .mapToObj(value::applyAsDouble)
                                .toArray(Double[]::new))
                .update();
    }

    private void hours(String code, int count, IntToDoubleFunction value) {
        jdbc.sql(
                        """
                        INSERT INTO hourly_return (strategy, label, ended_at, value)
                        SELECT :code, 'PAPER', to_timestamp(u.ended), u.value
                        FROM unnest(:ends, :values) AS u (ended, value)
                        """)
                .param("code", code)
                .param(
                        "ends",
                        IntStream.range(0, count)
                                .mapToObj(i -> lastHour().getEpochSecond() - 3600L * i)
                                .toArray(Long[]::new))
                .param(
                        "values",
                        IntStream.range(0, count).mapToObj(value::applyAsDouble).toArray(Double[]::new))
                .update();
    }

    /** The newest full hour. */
    private static Instant lastHour() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS);
    }

    /** Gives the newest day another return. */
    private void correct(String code, double value) {
        jdbc.sql(
                        """
                        INSERT INTO daily_return (strategy, label, day, version, value, recorded_at)
                        VALUES (:code, 'PAPER', :day, 2, :value, now())
                        """)
                .param("code", code)
                .param("day", yesterday)
                .param("value", value)
                .update();
    }

    private static IntToDoubleFunction noise(long seed) {
        Random random = new Random(seed);
        double[] values =
                random.doubles(500).map(_ -> 0.01 * random.nextGaussian()).toArray();
        return i -> values[i];
    }
}
