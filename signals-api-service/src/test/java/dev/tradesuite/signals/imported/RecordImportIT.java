package dev.tradesuite.signals.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.test.SharedData;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Recorded trades are imported over REST and read back as every other run. */
@SuiteIntegrationTest(freshSchema = true)
class RecordImportIT {

    private static final String HEADER = "side,entry_price,entry_time,exit_price,exit_time,pnl\n";
    private static final String GOOD = "LONG,1.10,2026-01-05T10:00:00Z,1.11,2026-01-05T11:00:00Z,25.5\n";

    @Autowired
    SuiteClient anybody;

    @Autowired
    JdbcClient jdbc;

    private SuiteClient client;

    @BeforeEach
    void scopes() {
        client = anybody.with("trade:read", "portfolio:write");
    }

    @Test
    void recordsOfAnotherSystemComeBackAsFiguresOfTheirTrades() throws IOException {
        Map<String, Object> request = request("PPO_V1", recorded("public_trades_history"));
        request.put("symbol", "USDCOP");
        request.put("equity", recorded("public_equity_snapshots").lines().toList());

        JsonNode report = imported(request);

        assertThat(report.at("/trades/stored").asInt()).isEqualTo(57);
        assertThat(report.at("/equity/stored").asInt()).isEqualTo(62);
        assertThat(report.path("refusals").size()).isZero();
        assertThat(report.path("net_profit").decimalValue()).isEqualByComparingTo("-353.7428");
        String run = "&symbol=USDCOP&run=" + report.path("run").asLong();
        JsonNode profit = get("/api/models/pnl/summary?period=all" + run).at("/strategies/0");
        assertThat(profit.path("strategy_code").asString()).isEqualTo("PPO_V1");
        assertThat(profit.path("n_trades").asInt()).isEqualTo(57);
        assertThat(profit.path("n_wins").asInt()).isEqualTo(13);
        assertThat(profit.path("n_losses").asInt()).isEqualTo(44);
        assertThat(profit.path("gross_profit").decimalValue()).isEqualByComparingTo("196.2956");
        assertThat(profit.path("gross_loss").decimalValue()).isEqualByComparingTo("-550.0384");
        assertThat(profit.path("net_profit").decimalValue()).isEqualByComparingTo("-353.7428");
        assertThat(profit.path("profit_factor").asDouble()).isEqualTo(0.3569, within(0.00005));
        assertThat(profit.path("win_rate").asDouble()).isEqualTo(0.2281, within(0.00005));
        assertThat(profit.path("avg_win").asDouble()).isEqualTo(15.0997, within(0.00005));
        assertThat(profit.path("avg_loss").asDouble()).isEqualTo(-12.5009, within(0.00005));
        assertThat(profit.path("avg_trade").asDouble()).isEqualTo(-6.2060, within(0.00005));
        JsonNode whole =
                get("/api/models/performance/comparison?period=all" + run).at("/strategies/0");
        assertThat(whole.path("max_drawdown_pct").asDouble()).isEqualTo(-3.6406, within(0.00005));
        assertThat(whole.path("current_equity").decimalValue()).isEqualByComparingTo("9650.1179");
        // One trade ended at 17:55, after the last of the equity at 17:35: it is of the record like the others.
        JsonNode compared = get("/api/models/performance/comparison?period=all" + run);
        assertThat(compared.path("end_date").asString()).isEqualTo("2026-01-06T17:55:00Z");
        assertThat(whole.path("total_trades").asInt()).isEqualTo(57);
        assertThat(whole.path("profit_factor").asDouble()).isEqualTo(0.3569, within(0.00005));
        assertThat(whole.path("win_rate").asDouble()).isEqualTo(0.2281, within(0.00005));
        assertThat(get("/api/models/trades?limit=1000&to="
                                + compared.path("end_date").asString() + run)
                        .path("trades")
                        .size())
                .isEqualTo(57);
        // What the other system had noted for every day: it was never computed.
        assertThat(whole.path("sharpe_ratio").asDouble(0)).isNotCloseTo(2.91, within(0.005));
        assertThat(whole.path("profit_factor").asDouble()).isNotCloseTo(1.5, within(0.005));
        assertThat(jdbc.sql("SELECT sum(n_trades) FROM fact_strategy_performance WHERE run_id = :run")
                        .param("run", report.path("run").asLong())
                        .query(Integer.class)
                        .single())
                .isEqualTo(57);
        JsonNode trade = get("/api/models/trades?limit=1" + run).at("/trades/0");
        assertThat(trade.path("exit_reason").asString()).isEqualTo("IMPORTED");
        assertThat(trade.path("quantity").isMissingNode()).isTrue();
        assertThat(get("/api/models/equity-curves?hours=720&resolution=1d" + run)
                        .at("/curves/0/data")
                        .size())
                .isPositive();
        JsonNode listed = get("/api/models/runs?limit=1&cursor="
                        + (report.path("run").asLong() + 1))
                .at("/runs/0");
        assertThat(listed.path("run").asLong()).isEqualTo(report.path("run").asLong());
        assertThat(listed.path("kind").asString()).isEqualTo("import");
        assertThat(listed.path("state").asString()).isEqualTo("DONE");
        assertThat(listed.path("label").asString()).isEqualTo("PAPER");
        assertThat(listed.at("/series/0/symbol").asString()).isEqualTo("USDCOP");
        assertThat(listed.at("/series/0/timeframe").asString()).isEqualTo("M5");
        assertThat(listed.at("/strategies/0").asString()).isEqualTo("PPO_V1");
        assertThat(listed.path("trades").asInt()).isEqualTo(57);
        assertThat(listed.path("points").asInt()).isEqualTo(62);
        assertThat(listed.path("to").asString()).isEqualTo("2026-01-06T17:55:00Z");
        assertThat(listed.path("jobs").size()).isZero();
    }

    @Test
    void runsAreListedPageByPageTheNewestFirstAndTheLiveOneLast() {
        long first = imported(request("RULE_6", HEADER + GOOD)).path("run").asLong();
        long second = imported(request("RULE_6", HEADER + GOOD)).path("run").asLong();

        JsonNode page = get("/api/models/runs?limit=1&cursor=" + (second + 1));

        assertThat(page.at("/runs/0/run").asLong()).isEqualTo(second);
        JsonNode next = get(
                "/api/models/runs?limit=1&cursor=" + page.path("next_cursor").asString());
        assertThat(next.at("/runs/0/run").asLong()).isEqualTo(first);
        JsonNode last = get("/api/models/runs?limit=1000");
        assertThat(last.path("next_cursor").isMissingNode()).isTrue();
        JsonNode live = last.at("/runs/" + (last.path("runs").size() - 1));
        assertThat(live.path("run").asLong(-1)).isZero();
        assertThat(live.path("kind").asString()).isEqualTo("live");
        assertThat(live.path("state").isMissingNode()).isTrue();
        assertThat(live.path("points").isMissingNode()).isTrue();
    }

    @Test
    void aRowThatCannotBeStoredIsRefusedWithItsLineAndTheRestIsStored() {
        String trades = HEADER
                + GOOD
                + "up,1.10,2026-01-05T10:00:00Z,1.11,2026-01-05T11:00:00Z,25.5\n"
                + "long,-1,2026-01-05T10:00:00Z,1.11,2026-01-05T11:00:00Z,25.5\n"
                + "long,1.10,2026-01-05T10:00:00,1.11,2026-01-05T11:00:00Z,25.5\n"
                + "\n"
                + "long,1.10,2026-01-05T12:00:00Z,1.11,2026-01-05T11:00:00Z,25.5\n"
                + "long,1.10,2026-01-05T10:00:00Z,1.11,2099-01-05T11:00:00Z,25.5\n"
                + "long,1.10\n"
                + "\"long,1.10,2026-01-05T10:00:00Z,1.11,2026-01-05T11:00:00Z,25.5\n"
                + "sell,1.10,2026-01-05 10:00:00+02,1.12,2026-01-05 11:00:00.5+0200,NaN\n"
                + "sell,1.10,2026-01-05 10:00:00+02,1.12,2026-01-05 11:00:00.5+0200,-3\n";
        Map<String, Object> request = request("RULE_1", trades);
        request.put(
                "equity",
                List.of(
                        "time,equity",
                        "2026-01-05T11:00:00Z,10025.5",
                        "2026-01-05T11:00:00Z,1",
                        "2026-01-05T12:00:00Z,x"));

        JsonNode report = imported(request);

        assertThat(report.path("refusals").values().stream()
                        .map(row -> row.path("file").asString() + " "
                                + row.path("line").asInt() + " "
                                + row.path("code").asString()))
                .containsExactly(
                        "trades 3 BAD_SIDE",
                        "trades 4 BAD_AMOUNT",
                        "trades 5 BAD_RECORD_TIME",
                        "trades 7 EXIT_BEFORE_ENTRY",
                        "trades 8 RECORD_IN_FUTURE",
                        "trades 9 UNREADABLE_RECORD",
                        "trades 10 UNREADABLE_RECORD",
                        "trades 11 BAD_AMOUNT",
                        "equity 3 SAME_TIME",
                        "equity 4 BAD_AMOUNT");
        assertThat(report.at("/trades/read").asInt()).isEqualTo(10);
        assertThat(report.at("/trades/stored").asInt()).isEqualTo(2);
        assertThat(report.at("/equity/stored").asInt()).isEqualTo(1);
        assertThat(report.path("net_profit").decimalValue()).isEqualByComparingTo("22.5");
    }

    @Test
    void withoutEquityTheCurveIsTheSumOfTheTrades() {
        JsonNode report = imported(request("RULE_2", HEADER + GOOD));

        String run = "&symbol=EURUSD&run=" + report.path("run").asLong();
        JsonNode whole =
                get("/api/models/performance/comparison?period=all" + run).at("/strategies/0");
        assertThat(whole.path("current_equity").decimalValue()).isEqualByComparingTo("10025.5");
        assertThat(whole.path("total_trades").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunAndAFileWithoutATradeStoreNothing() {
        int before = runs();
        Map<String, Object> dry = request("RULE_3", HEADER + GOOD);
        dry.put("dry_run", true);

        assertThat(imported(dry).path("run").isMissingNode()).isTrue();
        assertThat(imported(request("RULE_3", HEADER)).path("run").isMissingNode())
                .isTrue();

        assertThat(runs()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM dim_strategy WHERE strategy_code = 'RULE_3'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anImportWithAKeyIsStoredOnce() {
        SuiteClient keyed = client.header("Idempotency-Key", "import-once");
        Map<String, Object> request = request("RULE_4", HEADER + GOOD);

        Answer first = keyed.post("/api/models/imports", request);
        Answer second = keyed.post("/api/models/imports", request);

        assertThat(second.json().path("run").asLong())
                .isEqualTo(first.json().path("run").asLong())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "strategy_code, 'no; DROP TABLE run', strategy_code",
        "strategy_type, GUESS, strategy_type",
        "symbol, NOPE, symbol",
        "timeframe, M7, timeframe",
        "label, REAL, label",
        "starting_capital, 0, starting_capital",
        "trades, 'side,entry_price', trades",
        "equity, 'time,worth', equity",
        "color, red, color"
    })
    void aRequestThatIsWrongIsRefusedByField(String field, String value, String fault) {
        int before = runs();
        Map<String, Object> request = request("RULE_5", HEADER + GOOD);
        request.put(field, List.of("trades", "equity").contains(field) ? List.of(value) : value);

        Answer refused = client.post("/api/models/imports", request);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString())
                .as(refused.text())
                .isEqualTo(fault);
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void aCodeThatStandsForAnotherKindOfStrategyIsRefused() {
        Map<String, Object> request = request("ML_XGB", HEADER + GOOD);

        Answer refused = client.post("/api/models/imports", request);

        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("strategy_type");
        assertThat(anybody.with("trade:read")
                        .post("/api/models/imports", request)
                        .status())
                .isEqualTo(403);
    }

    private JsonNode imported(Map<String, Object> request) {
        Answer answer = client.post("/api/models/imports", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> request(String code, String trades) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("strategy_code", code);
        request.put("strategy_type", "RL");
        request.put("symbol", "EURUSD");
        request.put("trades", trades.lines().toList());
        return request;
    }

    private JsonNode get(String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private int runs() {
        return jdbc.sql("SELECT count(*) FROM run").query(Integer.class).single();
    }

    private static String recorded(String table) throws IOException {
        try (InputStream file =
                new GZIPInputStream(Files.newInputStream(SharedData.require("seed-system/" + table + ".csv.gz")))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
