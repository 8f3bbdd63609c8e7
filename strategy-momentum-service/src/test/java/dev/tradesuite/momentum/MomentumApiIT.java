package dev.tradesuite.momentum;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The controller over HTTP, on markets of a file; ledger-service is played. */
@SuiteIntegrationTest
class MomentumApiIT {

    private static final String CYCLE = "0190c2a4-7b1e-7cc3-98c4-dc0c0c07398f";
    private static final String RUN = "/strategy/execute-full-cycle?portfolio_id=7&cycle_id=" + CYCLE;
    private static final String BEGIN = "/portfolios/7/cycles/" + CYCLE;
    private static final String COMPLETE = BEGIN + "/complete";

    private static WireMockServer books = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .globalTemplating(true));

    private final SuiteClient anybody;
    private final SuiteClient reader;
    private final SuiteClient operator;
    private final CircuitBreakerRegistry breakers;

    MomentumApiIT(@Autowired SuiteClient client, @Autowired CircuitBreakerRegistry breakers) {
        this.anybody = client;
        this.reader = client.with("trade:read");
        this.operator = client.with("portfolio:write");
        this.breakers = breakers;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        books.start();
        properties.add("suite.services.ledger.url", () -> books.baseUrl());
        properties.add("suite.market-source.kind", () -> "file");
        properties.add("suite.market-source.file", () -> "src/test/resources/markets.json");
    }

    @AfterAll
    static void stopBooks() {
        books.stop();
    }

    @BeforeEach
    void playTheBooks() {
        books.resetAll();
        breakers.circuitBreaker("ledger").reset();
        begins("", "");
        fills(".*");
        books.stubFor(post(COMPLETE).willReturn(okJson("{{{jsonPath request.body '$.report'}}}")));
    }

    @Test
    void cycleBuysTheFavouritesOfTheLiquidMarketsBestFirst() {
        Answer answer = operator.header("X-Cycle-Fence", "12").post(RUN, null);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode report = answer.json();
        // Three events; the one with 800 USD of orders is dropped. Of five markets one is too thin and two are
        // undecided.
        assertThat(report.at("/counts/events").asInt()).isEqualTo(3);
        assertThat(report.at("/counts/events_kept").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/markets").asInt()).isEqualTo(5);
        assertThat(report.at("/counts/markets_kept").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/signals").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/open_slots").asInt()).isEqualTo(10);
        assertThat(report.at("/counts/trades").asInt()).isEqualTo(2);
        assertThat(texts(report, "/signals", "/question"))
                .containsExactly("Will it rain in Bergen on 1 May?", "Will Tromso win the cup?");
        assertThat(texts(report, "/signals", "/outcome")).containsExactly("Yes", "No");
        assertThat(texts(report, "/steps", "/name"))
                .containsExactly(
                        "begin",
                        "markets",
                        "event_filter",
                        "market_filter",
                        "held_markets",
                        "signals",
                        "orders",
                        "prices");
        assertThat(report.at("/label").asString()).isEqualTo("PAPER");
        assertThat(report.at("/market_source").asString()).isEqualTo("file");
        assertThat(report.at("/replayed").asBoolean()).isFalse();
        books.verify(putRequestedFor(urlEqualTo(BEGIN)).withRequestBody(equalToJson("{\"fence\":12}")));
        books.verify(postRequestedFor(urlEqualTo("/portfolios/7/orders"))
                .withHeader("Authorization", matching("Bearer .+"))
                .withRequestBody(equalToJson(
                        """
                        {"cycle_id":"%s","fence":12,"side":"BUY","market_id":"9001","outcome":"Yes","stake":100,
                         "question":"Will it rain in Bergen on 1 May?","price":0.785,"exit_price":0.775,"fee_percent":0,
                         "label":"PAPER","reason":"Yes at 0.78 is the favourite by 0.56, within 0.50 to 0.60, and at least 0.75; offered at 0.785"}
                        """
                                .formatted(CYCLE))));
    }

    @Test
    void cycleWithNothingToDoIsASuccess() {
        begins("", "\"trade_amount\": 50, \"min_confidence\": 0.8");

        Answer answer = operator.post(RUN, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/counts/trades").asInt()).isZero();
        books.verify(0, postRequestedFor(urlEqualTo("/portfolios/7/orders")));
        books.verify(1, postRequestedFor(urlEqualTo(COMPLETE)));
    }

    @Test
    void marketThatIsHeldIsNotBoughtAgainButPriced() {
        begins(position("9001", "Yes"), "");
        books.stubFor(post("/portfolios/7/prices")
                .willReturn(okJson("{\"portfolio\":%s,\"positions\":[],\"settlements\":[]}".formatted(portfolio("")))));

        JsonNode report = operator.post(RUN, null).json();

        assertThat(texts(report, "/signals", "/market_id")).containsExactly("9021");
        assertThat(report.at("/counts/open_slots").asInt()).isEqualTo(9);
        books.verify(postRequestedFor(urlEqualTo("/portfolios/7/prices"))
                .withRequestBody(equalToJson(
                        """
                        {"cycle_id":"%s","fence":0,
                         "prices":[{"market_id":"9001","outcome":"Yes","bid":0.775,"at":"2026-03-02T12:00:00Z"}]}
                        """
                                .formatted(CYCLE))));
    }

    @Test
    void cycleThatHasEndedIsToldAgain() {
        books.stubFor(put(BEGIN)
                .willReturn(okJson(
                        """
                {"ledger":%s,"positions":[],"report":{"cycle_id":"%s","portfolio_id":7,"strategy":"momentum",
                 "strategy_version":"1.0","market_source":"file","label":"PAPER","started_at":"2026-03-02T12:00:00Z",
                 "ended_at":"2026-03-02T12:00:01Z","counts":{"events":1,"events_kept":1,"markets":1,"markets_kept":1,
                 "signals":1,"open_slots":9,"trades":1,"denied":0,"settled":0},"signals":[],"orders":[],"steps":[],
                 "warnings":[],"replayed":false}}
                """
                                .formatted(portfolio(""), CYCLE))));

        JsonNode report = operator.post(RUN, null).json();

        assertThat(report.at("/replayed").asBoolean()).isTrue();
        assertThat(report.at("/counts/trades").asInt()).isEqualTo(1);
        books.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void deniedOrderIsReportedWithItsReason() {
        books.stubFor(post("/portfolios/7/orders").willReturn(okJson(order("DENIED", "BUY"))));

        JsonNode report = operator.post(RUN, null).json();

        assertThat(report.at("/counts/trades").asInt()).isZero();
        assertThat(report.at("/counts/denied").asInt()).isEqualTo(2);
        assertThat(report.at("/orders/0/reasons/0/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
    }

    @Test
    void configurationThatIsNotValidIsNamed() {
        begins("", "\"min_confidence\": 0.9, \"speed\": 1");

        Answer answer = operator.post(RUN, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("strategy_config.speed");
        books.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void booksThatAreAwayAreA503AndTheCycleCanBeRepeated() {
        books.stubFor(post("/portfolios/7/orders").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(operator.post(RUN, null).status()).isEqualTo(503);
        books.verify(0, postRequestedFor(urlEqualTo(COMPLETE)));

        fills(".*");

        assertThat(operator.post(RUN, null).json().at("/counts/trades").asInt()).isEqualTo(2);
    }

    @Test
    void whatTheBooksSayOfThePortfolioIsPassedOn() {
        problem(404, "NOT_FOUND", "no portfolio 7");
        Answer unknown = operator.post(RUN, null);
        problem(409, "CYCLE_SUPERSEDED", "fence 12 is below 13");
        Answer superseded = operator.post(RUN, null);
        books.stubFor(put(BEGIN)
                .willReturn(okJson("{\"portfolio\":%s,\"positions\":[]}"
                        .formatted(portfolio("").replace("\"momentum\"", "\"hybrid\"")))));
        Answer other = operator.post(RUN, null);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/detail").asString()).isEqualTo("no portfolio 7");
        assertThat(superseded.json().at("/code").asString()).isEqualTo("CYCLE_SUPERSEDED");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/detail").asString()).isEqualTo("portfolio 7 is run by hybrid, this is momentum");
    }

    @Test
    void faultyParametersAreNamed() {
        Answer answer = operator.post("/strategy/execute-full-cycle?portfolio_id=seven", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("portfolio_id");
        assertThat(operator.post("/strategy/execute-full-cycle", null).status()).isEqualTo(400);
        assertThat(operator.post("/strategy/execute-full-cycle?portfolio_id=0", null)
                        .status())
                .isEqualTo(400);
        assertThat(operator.post("/strategy/execute-full-cycle?portfolio_id=7&cycle_id=x", null)
                        .status())
                .isEqualTo(400);
        assertThat(operator.header("X-Cycle-Fence", "-1").post(RUN, null).status())
                .isEqualTo(400);
    }

    @Test
    void describesItself() {
        JsonNode info = reader.get("/strategy/info").json();

        assertThat(info.at("/name").asString()).isEqualTo("Momentum Strategy");
        assertThat(info.at("/description").asString()).isEqualTo("Buy markets with >50% probability");
        assertThat(info.at("/type").asString()).isEqualTo("momentum");
        assertThat(info.at("/version").asString()).isEqualTo("1.0");
        assertThat(info.at("/default_config/max_positions").asInt()).isEqualTo(10);
        assertThat(info.at("/default_config/min_confidence").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(info.at("/parameters")).hasSize(9).allSatisfy(parameter -> {
            assertThat(parameter.at("/meaning").asString()).isNotBlank();
            assertThat(parameter.at("/range").asString()).isNotBlank();
        });
    }

    @Test
    void saysWhatIsWrongWithAConfiguration() {
        JsonNode bad = reader.post(
                        "/strategy/validate-config",
                        """
                        {"min_confidence": "high", "max_positions": 2.5, "trade_amount": -1, "volume": 1,
                         "market_min_volume": null, "event_min_volume": NaN, "market_min_liquidity": 1e-999999}
                        """)
                .json();
        JsonNode empty = reader.post("/strategy/validate-config", "{\"min_confidence\": 0.81}")
                .json();
        JsonNode good = reader.post("/strategy/validate-config", "{\"min_confidence\": 0.78}")
                .json();

        assertThat(bad.at("/valid").asBoolean()).isFalse();
        assertThat(faults(bad))
                .containsExactlyInAnyOrder(
                        "volume UNKNOWN_KEY",
                        "event_min_volume NOT_A_NUMBER",
                        "market_min_volume WRONG_TYPE",
                        "market_min_liquidity OUT_OF_RANGE",
                        "min_confidence WRONG_TYPE",
                        "max_positions WRONG_TYPE",
                        "trade_amount OUT_OF_RANGE");
        assertThat(faults(empty)).containsExactly("min_confidence EMPTY_BAND");
        assertThat(good.at("/valid").asBoolean()).isTrue();
        assertThat(good.at("/config/min_confidence").decimalValue()).isEqualByComparingTo("0.78");
        assertThat(good.at("/config/trade_amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(reader.post("/strategy/validate-config", "[]").status()).isEqualTo(400);
        assertThat(reader.post("/strategy/validate-config", "{\"a\":")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    void tellsWhatItHasDone() {
        long before =
                reader.get("/strategy/status").json().at("/cycles_succeeded").asLong();
        operator.post(RUN, null);

        JsonNode status = reader.get("/strategy/status").json();

        assertThat(status.at("/status").asString()).isEqualTo("online");
        assertThat(status.at("/type").asString()).isEqualTo("momentum");
        assertThat(status.at("/cycles_succeeded").asLong()).isEqualTo(before + 1);
        assertThat(status.at("/cycles_running").asInt()).isZero();
        assertThat(status.at("/markets_at").asString()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void asksForTheScopeOfEachCall() {
        assertThat(anybody.get("/strategy/info").status()).isEqualTo(401);
        assertThat(operator.get("/strategy/info").status()).isEqualTo(403);
        assertThat(operator.get("/strategy/status").status()).isEqualTo(403);
        assertThat(operator.post("/strategy/validate-config", "{}").status()).isEqualTo(403);
        assertThat(reader.post(RUN, null).status()).isEqualTo(403);
    }

    @Test
    void isDescribedAsTheCommittedCopySays() throws IOException {
        CommittedOpenApi.check(anybody, "strategy-momentum-service");
    }

    private static void begins(String positions, String config) {
        books.stubFor(put(BEGIN)
                .willReturn(okJson("{\"portfolio\":%s,\"positions\":[%s]}".formatted(portfolio(config), positions))));
    }

    private static void fills(String marketId) {
        books.stubFor(post(urlPathMatching("/portfolios/7/orders"))
                .withRequestBody(matchingJsonPath("$.market_id", matching(marketId)))
                .willReturn(okJson(order("FILLED", "BUY"))));
    }

    private static void problem(int status, String code, String detail) {
        books.stubFor(put(urlEqualTo(BEGIN))
                .willReturn(jsonResponse(
                                """
                                {"type":"urn:problem:x","title":"x","status":%d,"code":"%s","detail":"%s"}
                                """
                                        .formatted(status, code, detail),
                                status)
                        .withHeader("Content-Type", "application/problem+json")));
    }

    private static String portfolio(String config) {
        return """
                {"portfolio_id":7,"name":"North","strategy_type":"momentum","status":"ACTIVE","initial_balance":10000,
                 "cash":9900,"positions_value":98.73,"value":9998.73,"realised_pnl":0,"floating_pnl":-1.27,
                 "open_positions":0,"strategy_config":{%s},"config_checked":true,"schedule":"PT15M",
                 "risk_account_id":"portfolio-7","sequence":3,"created_at":"2026-03-01T12:00:00Z",
                 "updated_at":"2026-03-02T11:00:00Z"}
                """
                .formatted(config);
    }

    private static String position(String marketId, String outcome) {
        return """
                {"position_id":"0190c2a4-0000-7cc3-98c4-dc0c0c073990","portfolio_id":7,"market_id":"%s","question":"Held?",
                 "outcome":"%s","status":"OPEN","shares":127.388535,"average_price":0.785,"cost":100,"mark_price":0.775,
                 "marked_at":"2026-03-02T11:00:00Z","value":98.73,"floating_pnl":-1.27,"opened_at":"2026-03-02T11:00:00Z"}
                """
                .formatted(marketId, outcome);
    }

    private static String order(String status, String side) {
        String reasons = status.equals("DENIED")
                ? "{\"code\":\"DAILY_LOSS_LIMIT\",\"message\":\"The limit of the day is reached.\"}"
                : "";
        return """
                {"order_id":"0190c2a4-1111-7cc3-98c4-00000000{{jsonPath request.body '$.market_id'}}","portfolio_id":7,"cycle_id":"%s","side":"%s",
                 "market_id":"{{jsonPath request.body '$.market_id'}}","outcome":"{{jsonPath request.body '$.outcome'}}",
                 "status":"%s","reasons":[%s],"created_at":"2026-03-02T12:00:00Z"}
                """
                .formatted(CYCLE, side, status, reasons);
    }

    private static List<String> texts(JsonNode json, String array, String member) {
        List<String> texts = new ArrayList<>();
        json.at(array).forEach(element -> texts.add(element.at(member).asString()));
        return texts;
    }

    private static List<String> faults(JsonNode validation) {
        List<String> faults = new ArrayList<>();
        validation
                .at("/errors")
                .forEach(error -> faults.add("%s %s"
                        .formatted(
                                error.at("/field").asString(), error.at("/code").asString())));
        return faults;
    }
}
