package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is a 400 that names every faulty field, and changes nothing. */
class BadInputIT extends OrchestratorTest {

    private long decisions;

    @BeforeEach
    void count() {
        decisions = decisions();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(decisions()).isEqualTo(decisions);
        assertThat(NEIGHBOURS.brain.calls()).isEmpty();
        assertThat(NEIGHBOURS.risk.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ANALYZE, EXECUTE})
    void everyFaultyFieldIsNamedAtOnce(String path) {
        Answer answer = trader().post(
                        path,
                        """
                        {"symbol":"NOPE","current_price":0,"stop_loss_pips":-5,"risk_percent":50,"leverage":"high",
                         "risk_strategy":"martingale","side":"UP","account_balance":NaN,"stop_loss_price":1.1,
                         "existing_positions":[{"symbol":"EURUSD","side":"BUY","lots":1},{"symbol":"XXX","side":"BUY","lots":-1}],
                         "conversion_rates":{"GBPUSD":-1,"FOO":2}}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:problem:validation-failed");
        assertThat(faults(answer))
                .contains(
                        "symbol UNKNOWN_SYMBOL",
                        "current_price OUT_OF_RANGE",
                        "stop_loss_pips OUT_OF_RANGE",
                        "risk_percent OUT_OF_RANGE",
                        "leverage WRONG_TYPE",
                        "risk_strategy UNKNOWN_VALUE",
                        "side UNKNOWN_VALUE",
                        "account_balance NOT_A_NUMBER",
                        "stop_loss_price CONTRADICTION",
                        "existing_positions[1].symbol UNKNOWN_SYMBOL",
                        "existing_positions[1].lots OUT_OF_RANGE",
                        "conversion_rates[GBPUSD] OUT_OF_RANGE");
        assertThat(faults(answer)).anyMatch(fault -> fault.contains("FOO"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"current_price\":1.0835                    | \"current_price\":0             | current_price |"
                        + " OUT_OF_RANGE",
                "\"current_price\":1.0835                    | \"current_price\":-1            | current_price |"
                        + " OUT_OF_RANGE",
                "\"current_price\":1.0835                    | \"current_price\":NaN           | current_price |"
                        + " NOT_A_NUMBER",
                "\"current_price\":1.0835                    | \"current_price\":\"1.0835\"    | current_price |"
                        + " WRONG_TYPE",
                "\"current_price\":1.0835                    | \"current_price\":null          | current_price |"
                        + " REQUIRED",
                "\"current_price\":1.0835                    | \"current_price\":1e999999999   | current_price |"
                        + " OUT_OF_RANGE",
                "\"risk_percent\":2.0                        | \"risk_percent\":0.09           | risk_percent  |"
                        + " OUT_OF_RANGE",
                "\"risk_percent\":2.0                        | \"risk_percent\":10.01          | risk_percent  |"
                        + " OUT_OF_RANGE",
                "\"leverage\":1                              | \"leverage\":0.5                | leverage      |"
                        + " OUT_OF_RANGE",
                "\"leverage\":1                              | \"leverage\":501                | leverage      |"
                        + " OUT_OF_RANGE",
                "\"stop_loss_pips\":50                       | \"stop_loss_pips\":-50          | stop_loss_pips |"
                        + " OUT_OF_RANGE",
                "\"stop_loss_pips\":50                       | \"stop_loss_pips\":10835        | stop_loss_pips |"
                        + " OUT_OF_RANGE",
                "\"symbol\":\"EURUSD\"                       | \"symbol\":\"\"                 | symbol        |"
                        + " REQUIRED",
                "\"symbol\":\"EURUSD\"                       | \"symbol\":\"EURUSX\"           | symbol        |"
                        + " UNKNOWN_SYMBOL",
                "\"risk_strategy\":\"fixed_risk\"            | \"risk_strategy\":\"fixed_lot\" | lots          |"
                        + " REQUIRED",
                "\"risk_strategy\":\"fixed_risk\"            | \"risk_strategy\":\"kelly\"     | kelly         |"
                        + " REQUIRED",
                "\"leverage\":1                              | \"order_type\":\"limit\"        | limit_price   |"
                        + " REQUIRED",
                "\"leverage\":1                              | \"order_type\":\"stop\"         | stop_price    |"
                        + " REQUIRED",
                "\"leverage\":1                              | \"limit_price\":1.08            | limit_price   |"
                        + " CONTRADICTION",
                "\"leverage\":1                              | \"stop_price\":1.09             | stop_price    |"
                        + " CONTRADICTION",
                "\"leverage\":1                              | \"stop_loss_price\":1.0785      | stop_loss_price |"
                        + " CONTRADICTION",
                "\"leverage\":1                              | \"as_of\":\"2099-01-01T00:00:00Z\" | as_of      |"
                        + " OUT_OF_RANGE",
                "\"leverage\":1                              | \"timeframe\":\"M7\"            | timeframe     |"
                        + " UNKNOWN_VALUE",
                "\"leverage\":1                              | \"indicators\":{\"rsi\":101}    | indicators.rsi |"
                        + " OUT_OF_RANGE",
                // Stop and target on the wrong side
                "\"stop_loss_pips\":50                       | \"side\":\"BUY\",\"stop_loss_price\":1.09 |"
                        + " stop_loss_price | WRONG_SIDE",
                "\"stop_loss_pips\":50                       | \"side\":\"SELL\",\"stop_loss_price\":1.07 |"
                        + " stop_loss_price | WRONG_SIDE",
                "\"stop_loss_pips\":50                       | \"stop_loss_price\":1.0835      | stop_loss_price |"
                        + " WRONG_SIDE",
                "\"stop_loss_pips\":50                       | \"stop_loss_price\":1.07,\"take_profit_price\":1.06 |"
                        + " stop_loss_price | WRONG_SIDE",
                "\"stop_loss_pips\":50                       | \"stop_loss_price\":1.09,\"take_profit_price\":1.10 |"
                        + " take_profit_price | WRONG_SIDE",
                "\"leverage\":1                              | \"side\":\"BUY\",\"take_profit_price\":1.07 |"
                        + " take_profit_price | WRONG_SIDE",
                "\"leverage\":1                              |"
                        + " \"side\":\"BUY\",\"order_type\":\"stop\",\"stop_price\":1.07 | stop_price | WRONG_SIDE"
            })
    void faultyFieldIsNamed(String good, String bad, String field, String code) {
        Answer answer =
                reader().post(ANALYZE, eurusd(",\"account_balance\":10000").replace(good.strip(), bad.strip()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults(answer)).contains(field + " " + code);
        assertThat(answer.json().path("trace_id").asString()).isNotEmpty();
    }

    @Test
    void messageSaysWhatWasExpected() {
        Answer answer = reader().post(
                        ANALYZE,
                        eurusd("").replace("\"stop_loss_pips\":50", "\"side\":\"BUY\",\"stop_loss_price\":1.09"));

        assertThat(answer.json().at("/errors/0/message").asString())
                .isEqualTo("must be below the price of entry for a BUY, is above");
    }

    @Test
    void malformedJsonIsNamedWithItsPlace() {
        Answer answer = reader().post(ANALYZE, "{\"symbol\":\"EURUSD\",\n \"current_price\":}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("MALFORMED_JSON");
        assertThat(answer.json().path("detail").asString()).startsWith("line 2, column");
    }

    @Test
    void bodyOfTwoMegabytesIsRefused() {
        Answer answer = reader().post(ANALYZE, "{\"symbol\":\"" + "E".repeat(2_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void bodyThatIsMissingOrNoObjectIsRefused() {
        assertThat(reader().post(ANALYZE, null).status()).isEqualTo(400);
        assertThat(reader().post(ANALYZE, "[]").status()).isEqualTo(400);
        assertThat(reader().post(ANALYZE, "7").status()).isEqualTo(400);
        assertThat(reader().header("Content-Type", "text/csv")
                        .send("POST", ANALYZE, BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void parametersOfQuickAnalyzeAreNamedToo() {
        Answer answer = reader().get("/api/v1/orchestrator/quick-analyze"
                + "?symbol=NOPE&current_price=NaN&stop_loss_pips=-1&risk_percent=50&risk_strategy=martingale&side=UP");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults(answer))
                .contains(
                        "symbol UNKNOWN_SYMBOL",
                        "stop_loss_pips OUT_OF_RANGE",
                        "risk_percent OUT_OF_RANGE",
                        "risk_strategy UNKNOWN_VALUE",
                        "side UNKNOWN_VALUE");
        assertThat(faults(answer)).anyMatch(fault -> fault.startsWith("current_price "));
    }

    @Test
    void missingParametersOfQuickAnalyzeAreNamed() {
        Answer answer = reader().get("/api/v1/orchestrator/quick-analyze");

        assertThat(faults(answer)).containsExactlyInAnyOrder("symbol REQUIRED", "current_price REQUIRED");
    }

    @Test
    void quickAnalyzeKeepsTheRulesAboutSeveralFields() {
        Answer answer = reader().get("/api/v1/orchestrator/quick-analyze"
                + "?symbol=EURUSD&current_price=1.0835&side=BUY&stop_loss_price=1.09");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults(answer)).containsExactly("stop_loss_price WRONG_SIDE");
    }

    @Test
    void parametersOfTheListOfOrdersAreNamed() {
        Answer answer = reader().get(ORDERS + "?status=gone&limit=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults(answer)).containsExactlyInAnyOrder("status UNKNOWN_VALUE", "limit OUT_OF_RANGE");
    }

    private static List<String> faults(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private long decisions() {
        return jdbc.sql("SELECT count(*) FROM decision").query(Long.class).single()
                + jdbc.sql("SELECT count(*) FROM trade_order").query(Long.class).single();
    }
}
