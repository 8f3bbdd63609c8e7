package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RiskIntegrationTest
class RiskCheckApiIT {

    private static final String CHECK = "/api/v1/risk/check";

    private final SuiteClient anybody;
    private final SuiteClient trader;
    private final World world;
    private final JdbcClient jdbc;

    RiskCheckApiIT(@Autowired SuiteClient client, @Autowired World world, @Autowired JdbcClient jdbc) {
        anybody = client;
        trader = client.with("trade:read");
        this.world = world;
        this.jdbc = jdbc;
    }

    @Test
    void reportsSixChecksOfASupposedAccount() {
        JsonNode assessment = checked(
                """
                {"what_if": {"equity": 10000}, "symbol": "eurusd", "side": "BUY", "lots": 0.4,
                 "entry_price": 1.0835, "stop_loss_price": 1.0785, "leverage": 1}
                """);

        assertThat(assessment.at("/allowed").asBoolean()).isTrue();
        assertThat(assessment.at("/risk_level").asString()).isEqualTo("safe");
        assertThat(assessment.at("/trading_state").asString()).isEqualTo("ACTIVE");
        assertThat(StreamSupport.stream(assessment.at("/checks").spliterator(), false)
                        .map(check -> check.at("/check").asString()))
                .containsExactly("daily_loss", "drawdown", "position_size", "margin", "correlation", "stop_loss");
        JsonNode size = check(assessment, "position_size");
        assertThat(size.at("/measured").decimalValue()).isEqualByComparingTo("2");
        assertThat(size.at("/limit").decimalValue()).isEqualByComparingTo("5");
        assertThat(size.at("/headroom").decimalValue()).isEqualByComparingTo("3");
        assertThat(size.at("/unit").asString()).isEqualTo("percent");
        assertThat(size.at("/level").asString()).isEqualTo("safe");
        assertThat(size.at("/reason").asString()).isEqualTo("WITHIN_LIMIT");
        assertThat(assessment.at("/account/account_id").isMissingNode()).isTrue();
        assertThat(assessment.at("/account/equity").decimalValue()).isEqualByComparingTo("10000");
        assertThat(assessment.at("/evaluated_at").asString())
                .isEqualTo(world.clock().instant().toString());
    }

    @Test
    void deniedTradeIsAnAnswer() {
        JsonNode assessment = checked(
                """
                {"what_if": {"equity": 10000, "day_start_equity": 10400, "high_water_mark": 12000, "margin_used": 7500},
                 "symbol": "EURUSD", "side": "BUY", "lots": 1.2, "entry_price": 1.0835, "stop_loss_price": 1.0885}
                """);

        assertThat(assessment.at("/allowed").asBoolean()).isFalse();
        assertThat(assessment.at("/risk_level").asString()).isEqualTo("critical");
        assertThat(StreamSupport.stream(assessment.at("/denials").spliterator(), false)
                        .map(denial -> denial.at("/code").asString()))
                .containsExactly(
                        "STOP_ON_WRONG_SIDE",
                        "DRAWDOWN_LIMIT",
                        "MARGIN_LIMIT",
                        "CURRENCY_EXPOSURE_LIMIT",
                        "STOP_ON_WRONG_SIDE");
    }

    @Test
    void readsTheAccountFromTheBooksAndChangesNothing() {
        world.standIns()
                .accounts
                .put("it-check", world.books("it-check", 7, "10000", world.eurusd("it-check", Direction.SHORT, "0.5")));

        JsonNode first = checked(World.trade("it-check", "BUY", "0.4"));
        JsonNode second = checked(World.trade("it-check", "BUY", "0.4"));

        assertThat(first.at("/account/margin_used").decimalValue()).isEqualByComparingTo("1083.50");
        assertThat(check(first, "margin").at("/reason").asString()).isEqualTo("REDUCES_POSITION");
        assertThat(second).isEqualTo(first);
        assertThat(jdbc.sql("SELECT version FROM account WHERE id = 'it-check'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(world.standIns().asked)
                .filteredOn("/api/v1/accounts/it-check"::equals)
                .hasSize(1);
    }

    @Test
    void accountTheBooksDoNotHaveIsUnknown() {
        JsonNode assessment = checked(World.trade("it-nobody", "BUY", "0.4"));

        assertThat(assessment.at("/allowed").asBoolean()).isFalse();
        assertThat(assessment.at("/denials/0/code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(assessment.at("/denials/0/message").asString()).isEqualTo("the books have no account it-nobody");
        assertThat(assessment.has("account")).isFalse();
        assertThat(check(assessment, "stop_loss").at("/passed").asBoolean()).isTrue();
    }

    @Test
    void accountIsUnknownWhileTheBooksCannotBeRead() {
        world.standIns().broken.add("it-broken");

        JsonNode assessment = checked(World.trade("it-broken", "BUY", "0.4"));

        assertThat(assessment.at("/denials/0/code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(assessment.at("/denials/0/message").asString())
                .startsWith("the books of account it-broken cannot be read");
        assertThat(trader.get("/api/v1/risk/accounts/it-broken").status()).isEqualTo(503);
        assertThat(trader.get("/api/v1/risk/accounts/it-nobody").status()).isEqualTo(404);
        assertThat(trader.get("/api/v1/risk/limits/it-nobody")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void correlationsComeFromStoredCloses() {
        // The second moves as the first does, and a little on its own.
        Random random = new Random(1);
        double[] first = new double[200];
        double[] second = new double[200];
        first[0] = 1;
        second[0] = 1;
        for (int i = 1; i < first.length; i++) {
            double common = random.nextGaussian() / 100;
            first[i] = first[i - 1] * Math.exp(common);
            second[i] = second[i - 1] * Math.exp(common + random.nextGaussian() / 1000);
        }
        world.standIns().closes.put("USDPLN", first);
        world.standIns().closes.put("USDDKK", second);

        JsonNode check = check(checked(usdplnBesideUsddkk("")), "correlation");

        assertThat(check.at("/measured").doubleValue()).isCloseTo(0.99, within(0.01));
        assertThat(check.at("/reason").asString()).isEqualTo("CORRELATION_LIMIT");
        assertThat(check.at("/unit").asString()).isEqualTo("ratio");

        checked(usdplnBesideUsddkk(""));
        assertThat(world.standIns().asked)
                .filteredOn(path -> path.contains("USDPLN") && !path.contains("as_of"))
                .as("a pair is fetched once")
                .containsExactly("/api/v1/candles/closes?symbols=USDDKK,USDPLN&timeframe=D1&limit=122");

        // 20 days after the first close there are 19 returns.
        JsonNode earlier = check(checked(usdplnBesideUsddkk(", \"as_of\": \"2025-09-05T12:00:00Z\"")), "correlation");
        assertThat(earlier.at("/reason").asString()).isEqualTo("CORRELATION_DATA_MISSING");
        assertThat(earlier.at("/message").asString()).contains("USDDKK (19 common returns of 30 needed)");
        assertThat(earlier.has("measured")).isFalse();
    }

    private static String usdplnBesideUsddkk(String more) {
        return """
                {"what_if": {"equity": 10000}, "symbol": "USDPLN", "side": "SELL", "lots": 0.1, "entry_price": 4.00,
                 "stop_loss_price": 4.05,
                 "existing_positions": [{"symbol": "USDDKK", "side": "SELL", "lots": 0.1, "entry_price": 6.90}]%s}
                """
                .formatted(more);
    }

    @Test
    void positionsAreValuedAtStoredPricesWhenNoneIsSent() {
        world.standIns().prices.put("GBPUSD", new BigDecimal("1.25"));

        JsonNode assessment = checked(
                """
                {"what_if": {"equity": 10000}, "symbol": "EURUSD", "side": "BUY", "lots": 0.4, "entry_price": 1.0835,
                 "stop_loss_price": 1.0785, "existing_positions": [{"symbol": "GBPUSD", "side": "SELL", "lots": 0.1}]}
                """);

        // 0.1 x 100,000 x 1.25 x 2 % + 866.80
        assertThat(check(assessment, "margin").at("/measured").decimalValue()).isEqualByComparingTo("11.168");
    }

    @Test
    void namesEveryFaultyField() {
        Answer answer = trader.post(
                CHECK,
                """
                {"symbol": "EURUSX", "side": "UP", "lots": "many", "entry_price": -1, "stop_loss_price": 0,
                 "leverage": 501, "conversion_rates": {"APPLE": 2, "GBPUSD": -1},
                 "existing_positions": [{"symbol": "NOPE", "side": "BUY", "lots": 0}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(StreamSupport.stream(answer.json().at("/errors").spliterator(), false)
                        .map(error -> error.at("/field").asString() + " "
                                + error.at("/code").asString()))
                .containsExactlyInAnyOrder(
                        "side UNKNOWN_VALUE",
                        "lots WRONG_TYPE",
                        "account_id REQUIRED",
                        "symbol UNKNOWN_SYMBOL",
                        "entry_price OUT_OF_RANGE",
                        "stop_loss_price OUT_OF_RANGE",
                        "leverage OUT_OF_RANGE",
                        "conversion_rates[APPLE] CURRENCY_PAIR_SYMBOL",
                        "conversion_rates[GBPUSD] OUT_OF_RANGE",
                        "existing_positions[0].symbol UNKNOWN_SYMBOL",
                        "existing_positions[0].lots OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"symbol\": \"EURUSD\", | 400 | MALFORMED_JSON",
                "[]                       | 400 | VALIDATION_FAILED",
                "null                     | 400 | BODY_MISSING",
            })
    void refusesWhatIsNoTrade(String body, int status, String code) {
        Answer answer = trader.post(CHECK, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/code").asString()).isEqualTo(code);
    }

    @Test
    void notANumberIsNoSize() {
        Answer answer = trader.post(CHECK, World.trade("it-check", "BUY", "NaN"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("lots");
    }

    @Test
    void unknownSymbolAloneHasItsOwnCode() {
        Answer answer = trader.post(CHECK, World.trade("it-check", "BUY", "0.1").replace("EURUSD", "ABCXYZ"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("UNKNOWN_SYMBOL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/risk/check",
                "GET /api/v1/risk/accounts/main",
                "GET /api/v1/risk/accounts/main/headroom",
                "GET /api/v1/risk/events",
                "GET /api/v1/risk/limits/main",
                "GET /api/v1/risk/trading-state",
                "PUT /api/v1/risk/trading-state",
                "PUT /api/v1/risk/limits/main",
                "POST /api/v1/risk/reservations",
                "GET /api/v1/risk/accounts/main/reservations",
            })
    void asksForATokenWithTheScope(String call) {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        SuiteClient.Answer nobody = send(anybody, method, path);
        SuiteClient.Answer wrong = send(anybody.with("portfolio:write"), method, path);
        SuiteClient.Answer expired =
                send(anybody.header("Authorization", "Bearer " + TestTokens.expiredToken("trade:read")), method, path);

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().at("/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().at("/code").asString()).isEqualTo("FORBIDDEN");
    }

    private static Answer send(SuiteClient client, String method, String path) {
        return switch (method) {
            case "GET" -> client.get(path);
            case "PUT" ->
                client.put(
                        path,
                        path.endsWith("trading-state")
                                ? """
                                {"scope": "ACCOUNT", "id": "main", "state": "HALTED", "reason": "a test"}"""
                                : World.limits("5", "80", "0.7", "1000"));
            default ->
                client.post(
                        path,
                        path.endsWith("check")
                                ? World.trade("main", "BUY", "0.1")
                                : World.order(UUID.randomUUID(), World.trade("main", "BUY", "0.1")));
        };
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(trader);
    }

    @Test
    void describesItsApiAsCommitted() throws IOException {
        CommittedOpenApi.check(trader, "risk-service");
    }

    private JsonNode checked(String trade) {
        Answer answer = trader.post(CHECK, trade);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode check(JsonNode assessment, String name) {
        return StreamSupport.stream(assessment.at("/checks").spliterator(), false)
                .filter(check -> check.at("/check").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
