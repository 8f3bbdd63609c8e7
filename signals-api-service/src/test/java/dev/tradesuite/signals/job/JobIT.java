package dev.tradesuite.signals.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.signals.FakeBrain;
import dev.tradesuite.signals.TestBars;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.signals.book.client.SignalBarMapper;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backfills and backtests over REST, on a brain that knows the bars of the test. */
@SuiteIntegrationTest(freshSchema = true)
@Import(JobIT.Brain.class)
@TestPropertySource(
        properties = {
            "suite.signals.jobs.chunk=50",
            "suite.signals.jobs.parallel=3",
            "suite.signals.jobs.poll=100ms",
            "suite.signals.jobs.retry=200ms"
        })
class JobIT {

    private static final Instant FIRST = Instant.parse("2026-03-02T10:00:00Z");
    private static final int BARS = 420;

    @Autowired
    SuiteClient anybody;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    FakeBrain brain;

    @Autowired
    BarBookingService live;

    private SuiteClient client;

    /** The brain in place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Brain {

        @Bean(destroyMethod = "close")
        FakeBrain fakeBrain(JsonMapper json) {
            return FakeBrain.start(json);
        }

        @Bean
        DynamicPropertyRegistrar brainAddress(FakeBrain brain) {
            return registry -> registry.add("suite.services.brain.url", brain::url);
        }
    }

    @BeforeEach
    void scopes() {
        client = anybody.with("trade:read", "portfolio:write");
        brain.away(false);
    }

    @Test
    void liveBackfillAndBacktestAgreeValueByValue() {
        List<BarSignals> bars = TestBars.of("EURUSD", FIRST, BARS);
        SignalBarMapper mapper = new SignalBarMapper(json);
        bars.forEach(bar -> live.book(mapper.bar(bar)));
        brain.knows(TestBars.of("EURUSD.SIM", FIRST, BARS));

        JsonNode backfill = done(order("backfill", "EURUSD.SIM", FIRST, ""));
        JsonNode backtest = done(order("backtest", "EURUSD.SIM", FIRST, ""));

        long run = backtest.path("run").asLong();
        assertThat(run).isPositive();
        assertThat(backfill.path("run").asLong()).isZero();
        for (String table : List.of("signals", "equity", "trades", "days", "hours", "accounts")) {
            List<Map<String, Object>> asLive = rows(table, 0, "EURUSD");
            assertThat(asLive).as(table).isNotEmpty();
            assertThat(rows(table, 0, "EURUSD.SIM")).as(table).isEqualTo(asLive);
            assertThat(rows(table, run, "EURUSD.SIM")).as(table).isEqualTo(asLive);
        }
        assertThat(labels(0, "EURUSD.SIM")).containsExactly("BACKFILL");
        assertThat(labels(run, "EURUSD.SIM")).containsExactly("BACKTEST");
        JsonNode listed = client.get("/api/models/runs?limit=1&cursor=" + (run + 1))
                .json()
                .at("/runs/0");
        assertThat(listed.path("kind").asString()).isEqualTo("backtest");
        assertThat(listed.path("label").asString()).isEqualTo("BACKTEST");
        assertThat(listed.path("state").asString()).isEqualTo("DONE");
        assertThat(listed.path("strategies").size()).isEqualTo(5);
        assertThat(listed.path("points").asInt()).isEqualTo(BARS * 5);
        assertThat(listed.path("trades").asInt())
                .isEqualTo(rows("trades", run, "EURUSD.SIM").size());
        assertThat(listed.at("/jobs/0").asLong())
                .isEqualTo(backtest.path("job_id").asLong());
        JsonNode progress = backfill.path("progress");
        assertThat(progress.path("bars_done").asInt()).isEqualTo(BARS);
        assertThat(progress.path("bars_total").asInt()).isEqualTo(BARS);
        assertThat(progress.path("rows_written").asInt())
                .isEqualTo(BARS * 10 + rows("trades", 0, "EURUSD").size());
        assertThat(progress.path("rows_per_second").asInt()).isPositive();
    }

    @Test
    void aBackfillThatIsRepeatedWritesNothingAndOneFromBeforeTheBeginningIsRefused() {
        brain.knows(TestBars.of("GBPUSD", FIRST.minus(Duration.ofHours(1)), 120));
        done(order("backfill", "GBPUSD", FIRST, ""));
        List<Map<String, Object>> before = rows("equity", 0, "GBPUSD");

        JsonNode again = done(order("backfill", "GBPUSD", FIRST, ""));

        assertThat(again.at("/progress/rows_written").asInt()).isZero();
        assertThat(rows("equity", 0, "GBPUSD")).isEqualTo(before).hasSize(108 * 5);
        Answer refused = order("backfill", "GBPUSD", FIRST.minusSeconds(1), "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("CONFLICT");
        assertThat(refused.json().path("command").asString())
                .isEqualTo("./suite backfill --symbol GBPUSD --timeframe M5 --from 2026-03-02T09:59:59Z --restart");
        assertThat(rows("equity", 0, "GBPUSD")).isEqualTo(before);

        done(order("backfill", "GBPUSD", FIRST.minus(Duration.ofHours(1)), ", \"restart\": true"));

        assertThat(rows("equity", 0, "GBPUSD")).hasSize(120 * 5);
    }

    @Test
    void aLiveBarInTheMiddleOfABackfillIsBookedOnceAndInOrder() throws InterruptedException {
        List<BarSignals> bars = TestBars.of("AUDUSD", FIRST, 200);
        brain.knows(bars);
        brain.hold("AUDUSD", FIRST.plus(Duration.ofMinutes(5L * 50)));
        Instant to = bars.getLast().bar().openTime();
        long job = id(order("backfill", "AUDUSD", FIRST, ", \"to\": \"%s\"".formatted(to)));
        brain.awaitHeld("AUDUSD");
        Runnable release = brain.releaser("AUDUSD");
        brain.holdNoMore("AUDUSD");

        live.book(new SignalBarMapper(json).bar(bars.getLast()));
        assertThat(rows("equity", 0, "AUDUSD")).hasSize(200 * 5);
        release.run();
        await().until(() -> state(job).equals("DONE"));

        assertThat(rows("equity", 0, "AUDUSD")).hasSize(200 * 5);
        List<String> labels = jdbc.sql(
                        """
                        SELECT label FROM fact_equity_curve JOIN dim_strategy USING (strategy_id)
                        WHERE symbol = 'AUDUSD' AND strategy_code = 'RL_PPO' ORDER BY timestamp_utc DESC LIMIT 2
                        """)
                .query(String.class)
                .list();
        assertThat(labels).containsExactly("PAPER", "BACKFILL");
        assertSameAsBacktest("AUDUSD");
    }

    @Test
    void anAccountMadeAnewWhileALiveBarComesHasNoHole() throws InterruptedException {
        List<BarSignals> bars = TestBars.of("NZDUSD", FIRST, 160);
        brain.knows(bars);
        SignalBarMapper mapper = new SignalBarMapper(json);
        bars.subList(100, 150).forEach(bar -> live.book(mapper.bar(bar)));
        brain.hold("NZDUSD", FIRST.plus(Duration.ofMinutes(5L * 50)));
        Instant to = bars.get(150).bar().openTime();
        long job = id(order("backfill", "NZDUSD", FIRST, ", \"restart\": true, \"to\": \"%s\"".formatted(to)));
        brain.awaitHeld("NZDUSD");
        Runnable release = brain.releaser("NZDUSD");
        brain.holdNoMore("NZDUSD");

        live.book(mapper.bar(bars.get(152)));
        release.run();
        await().until(() -> state(job).equals("DONE"));
        bars.subList(153, 160).forEach(bar -> live.book(mapper.bar(bar)));

        assertThat(rows("equity", 0, "NZDUSD")).hasSize(160 * 5);
        assertSameAsBacktest("NZDUSD");
    }

    @Test
    void aFrozenInstanceWritesNothingOnceAnotherHasItsPart() throws InterruptedException {
        brain.knows(TestBars.of("USDCHF", FIRST, 200));
        brain.hold("USDCHF", FIRST.plus(Duration.ofMinutes(5L * 50)));
        long job = id(order("backtest", "USDCHF", FIRST, ""));
        brain.awaitHeld("USDCHF");
        Runnable release = brain.releaser("USDCHF");
        brain.holdNoMore("USDCHF");
        await().until(() -> job(job).at("/progress/bars_done").asInt() == 50);

        // What another instance does with the work of one it takes for dead.
        jdbc.sql("UPDATE scheduled_tasks SET picked = false, picked_by = NULL, execution_time = now() WHERE"
                        + " task_instance = :part")
                .param("part", job + " USDCHF")
                .update();
        await().until(() -> state(job).equals("DONE"));
        List<Map<String, Object>> written = rows("equity", job(job).path("run").asLong(), "USDCHF");
        release.run();

        assertThat(written).hasSize(200 * 5);
        assertThat(job(job).at("/progress/bars_done").asInt()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT fence FROM job_part WHERE job_id = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aBrainThatIsAwayIsWaitedForAndTheStateSaysWhy() {
        brain.knows(TestBars.of("USDCAD", FIRST, 60));
        brain.away(true);
        long job = id(order("backtest", "USDCAD", FIRST, ""));
        await().until(() -> state(job).equals("WAITING"));
        await().until(() -> job(job).at("/parts/0/error/code").asString("").equals("BRAIN_UNAVAILABLE"));

        brain.away(false);

        await().atMost(Duration.ofSeconds(60)).until(() -> state(job).equals("DONE"));
        assertThat(job(job).at("/parts/0/error").isMissingNode()).isTrue();
    }

    @Test
    void aCancelledJobEndsAndKeepsWhatItWrote() throws InterruptedException {
        brain.knows(TestBars.of("EURGBP", FIRST, 200));
        brain.hold("EURGBP", FIRST.plus(Duration.ofMinutes(5L * 50)));
        long job = id(order("backtest", "EURGBP", FIRST, ""));
        brain.awaitHeld("EURGBP");
        await().until(() -> job(job).at("/progress/bars_done").asInt() == 50);
        Runnable release = brain.releaser("EURGBP");
        brain.holdNoMore("EURGBP");

        Answer cancelled = client.delete("/api/models/jobs/" + job);
        release.run();

        assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
        long run = job(job).path("run").asLong();
        await().until(() ->
                count("SELECT count(*) FROM scheduled_tasks WHERE task_instance = '%d EURGBP'".formatted(job)) == 0);
        assertThat(rows("equity", run, "EURGBP")).hasSize(50 * 5);
        assertThat(jdbc.sql("SELECT state FROM run WHERE run_id = :run")
                        .param("run", run)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void aRangeWithoutBarsFails() {
        long job = id(order("backfill", "EURJPY", FIRST, ""));

        await().until(() -> state(job).equals("FAILED"));
        assertThat(job(job).at("/parts/0/error/code").asString()).isEqualTo("NO_BARS");
        assertThat(rows("accounts", 0, "EURJPY")).isEmpty();
    }

    @Test
    void aBacktestHasItsOwnStrategiesAndCostsAndEndsItsPositions() {
        List<BarSignals> bars = TestBars.of("EURCHF", FIRST, 100);
        brain.knows(bars.subList(0, 99));
        JsonNode job = done(order(
                "backtest",
                "EURCHF",
                FIRST,
                ", \"strategies\": [\"RL_PPO\", \"ML_XGB\"], \"costs\": {\"commission_per_lot\": 0}"));

        long run = job.path("run").asLong();
        assertThat(rows("equity", run, "EURCHF")).hasSize(99 * 2);
        assertThat(count("SELECT count(*) FROM fact_strategy_positions WHERE status = 'open' AND run_id = " + run))
                .isZero();
        assertThat(count("SELECT count(*) FROM fact_strategy_positions WHERE fees <> 0 AND run_id = " + run))
                .isZero();
        assertThat(jdbc.sql("SELECT kind || ' ' || costs || ' ' || state FROM run WHERE run_id = :run")
                        .param("run", run)
                        .query(String.class)
                        .single())
                .isEqualTo("BACKTEST false DONE");
        // Sum of net trades = change of equity, because every account is flat.
        assertThat(count(
                        """
                        SELECT count(*) FROM paper_account a WHERE a.run_id = %d
                          AND a.cash - a.starting_capital <> (SELECT sum(p.realized_pnl) FROM fact_strategy_positions p
                              WHERE p.run_id = a.run_id AND p.strategy_id = a.strategy_id)
                        """
                                .formatted(run)))
                .isZero();
        Answer read = client.get("/api/models/performance/comparison?symbol=EURCHF&period=all&run=" + run);
        assertThat(read.json().path("strategies").size()).isEqualTo(2);
        assertThat(read.json().path("label").asString()).isEqualTo("BACKTEST");
    }

    @Test
    void jobsAreListedTheNewestFirstInPages() {
        long one = id(order("backtest", "CHFJPY", FIRST, ""));
        long two = id(order("backtest", "CHFJPY", FIRST, ""));

        JsonNode page = client.get("/api/models/jobs?limit=1").json();
        JsonNode next = client.get("/api/models/jobs?limit=1&cursor="
                        + page.path("next_cursor").asString())
                .json();

        assertThat(page.at("/jobs/0/job_id").asLong()).isEqualTo(two);
        assertThat(next.at("/jobs/0/job_id").asLong()).isEqualTo(one);
        assertThat(client.get("/api/models/jobs/999999").status()).isEqualTo(404);
        assertThat(client.delete("/api/models/jobs/999999").status()).isEqualTo(404);
        assertThat(client.get("/api/models/jobs?cursor=x").status()).isEqualTo(400);
        assertThat(client.get("/api/models/jobs?limit=0").status()).isEqualTo(400);
    }

    @Test
    void anOrderWithAKeyIsTakenOnce() {
        SuiteClient keyed = client.header("Idempotency-Key", "one-of-a-kind");
        String body = body("backtest", "EURNZD", FIRST, "");

        Answer first = keyed.post("/api/models/jobs", body);
        Answer second = keyed.post("/api/models/jobs", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(keyed.post("/api/models/jobs", body("backtest", "EURAUD", FIRST, ""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void readingDoesNotAllowToOrder() {
        assertThat(anybody.with("trade:read")
                        .post("/api/models/jobs", body("backtest", "EURUSD", FIRST, ""))
                        .status())
                .isEqualTo(403);
        assertThat(anybody.with("trade:read").delete("/api/models/jobs/1").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"kind": "forecast", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z"}                                     | kind           | backfill, backtest
                    {"symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z"}                                                         | kind           | null
                    {"kind": "backtest", "symbols": [], "from": "2026-03-02T10:00:00Z"}                                             | symbols        | empty
                    {"kind": "backtest", "symbols": ["NOPE"], "from": "2026-03-02T10:00:00Z"}                                       | symbols[0]     | NOPE
                    {"kind": "backtest", "symbols": ["EURUSD", "eurusd"], "from": "2026-03-02T10:00:00Z"}                           | symbols[1]     | twice
                    {"kind": "backtest", "symbols": ["EURUSD"]}                                                                     | from           | null
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "to": "2026-03-02T10:00:00Z"}       | from           | before to
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "to": "2099-03-02T10:00:00Z"}       | to             | after now
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "strategies": ["X'; DROP TABLE run"]} | strategies[0]  | RL_PPO, ML_XGB
                    {"kind": "backfill", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "strategies": ["RL_PPO"]}           | strategies     | takes all
                    {"kind": "backfill", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "costs": {"slippage": 1}}           | costs          | their own
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "costs": {"slippage": -1}}          | costs.slippage | greater
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "restart": true}                    | restart        | begins anew
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "timeframe": "M7"}                  | timeframe      | M5
                    {"kind": "backtest", "symbols": ["EURUSD"], "from": "2026-03-02T10:00:00Z", "speed": 2}                         | speed          | nown
                    """)
    void anOrderThatIsWrongIsRefusedByField(String body, String field, String said) {
        int before = count("SELECT count(*) FROM job");

        Answer refused = client.post("/api/models/jobs", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString())
                .as(refused.text())
                .isEqualTo(field);
        assertThat(refused.text()).contains(said);
        assertThat(count("SELECT count(*) FROM job")).isEqualTo(before);
    }

    private void assertSameAsBacktest(String symbol) {
        long run = done(order("backtest", symbol, FIRST, "")).path("run").asLong();
        for (String table : List.of("signals", "equity", "trades", "days", "hours")) {
            assertThat(rows(table, 0, symbol)).as(table).isEqualTo(rows(table, run, symbol));
        }
    }

    private Answer order(String kind, String symbol, Instant from, String more) {
        return client.post("/api/models/jobs", body(kind, symbol, from, more));
    }

    private static String body(String kind, String symbol, Instant from, String more) {
        return """
                {"kind": "%s", "symbols": ["%s"], "from": "%s"%s}
                """
                .formatted(kind, symbol, from, more);
    }

    private static long id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("job_id").asLong();
    }

    private JsonNode done(Answer ordered) {
        long job = id(ordered);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING").contains(state(job)));
        JsonNode ended = job(job);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
        return ended;
    }

    private String state(long job) {
        return job(job).path("state").asString();
    }

    private JsonNode job(long id) {
        return client.get("/api/models/jobs/" + id).json();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> labels(long run, String symbol) {
        return jdbc.sql("SELECT DISTINCT label FROM fact_strategy_signals WHERE run_id = :run AND symbol = :symbol")
                .param("run", run)
                .param("symbol", symbol)
                .query(String.class)
                .list();
    }

    /** Rows of a series but for their ids, labels and the name of the series. */
    private List<Map<String, Object>> rows(String what, long run, String symbol) {
        String sql =
                switch (what) {
                    case "signals" ->
                        """
                        SELECT strategy_id, timestamp_utc, timestamp_cot, signal, side, confidence, size,
                               entry_price::text, stop_loss::text, take_profit::text, risk_usd::text,
                               notional_usd::text, reasoning, invalidation_condition, features_snapshot::text,
                               votes::text, model_version, proxy, abstained
                        FROM fact_strategy_signals %s ORDER BY strategy_id, timestamp_utc
                        """;
                    case "equity" ->
                        """
                        SELECT strategy_id, timestamp_utc, equity_value, cash, unrealized_pnl, return_since_start_pct,
                               current_drawdown_pct
                        FROM fact_equity_curve %s ORDER BY strategy_id, timestamp_utc
                        """;
                    case "hours" ->
                        """
                        SELECT strategy_id, bucket, timestamp_utc, equity_value, return_since_start_pct,
                               current_drawdown_pct
                        FROM fact_equity_curve_1h %s ORDER BY strategy_id, bucket
                        """;
                    case "trades" ->
                        """
                        SELECT strategy_id, side, status, quantity, notional_usd, entry_price, entry_time, entry_fee,
                               exit_price, exit_time, stop_loss, take_profit, realized_pnl, fees, mae, mfe, exit_reason
                        FROM fact_strategy_positions %s ORDER BY strategy_id, entry_time, exit_time
                        """;
                    case "days" ->
                        """
                        SELECT strategy_id, date_utc, n_trades, n_wins, n_losses, gross_profit, gross_loss, net_profit,
                               total_fees, win_rate, profit_factor, daily_return_pct, max_drawdown_pct,
                               avg_hold_time_minutes
                        FROM fact_strategy_performance %s ORDER BY strategy_id, date_utc
                        """;
                    default ->
                        """
                        SELECT strategy_id, starting_capital, cash, peak_equity, first_bar, last_bar, last_signal
                        FROM paper_account %s ORDER BY strategy_id
                        """;
                };
        return jdbc.sql(sql.formatted("WHERE run_id = :run AND symbol = :symbol"))
                .param("run", run)
                .param("symbol", symbol)
                .query()
                .listOfRows();
    }
}
