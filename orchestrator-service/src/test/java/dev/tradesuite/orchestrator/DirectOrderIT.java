package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.orchestrator.difference.PositionComparison;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTopic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Orders that state what they want. */
class DirectOrderIT extends OrchestratorTest {

    private final String account = newAccount();

    @Autowired
    private PositionComparison comparison;

    @Test
    void orderIsSizedCheckedReservedAndFilledWithoutTheBrain() {
        Answer answer =
                place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"take_profit\":{\"pips\":100},\"strategy\":\"mine\"");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode decision = answer.json();
        assertThat(decision.path("source").asString()).isEqualTo("direct");
        assertThat(decision.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(decision.at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(decision.at("/workflow/risk_checks").size()).isEqualTo(6);
        assertThat(decision.at("/workflow/brain_signal").isMissingNode()).isTrue();
        assertThat(decision.path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(decision.path("take_profit_price").decimalValue()).isEqualByComparingTo("1.0935");
        assertThat(NEIGHBOURS.decisions()).isEmpty();
        assertThat(NEIGHBOURS
                        .sizing
                        .calls()
                        .getFirst()
                        .body()
                        .path("risk_strategy")
                        .asString())
                .isEqualTo("fixed_lot");
        assertThat(NEIGHBOURS.risk.calls()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/api/v1/risk/reservations");
            assertThat(call.body().at("/trade/strategy").asString()).isEqualTo("mine");
        });
        assertThat(reader().get("/api/v1/orchestrator/decisions/"
                                + decision.path("decision_id").asString())
                        .json())
                .isEqualTo(decision);
    }

    @Test
    void nameOfWhatNoStrategyHoldsIsNoStrategy() {
        Answer refused = place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"strategy\":\"unassigned\"");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("strategy");
        assertThat(NEIGHBOURS.risk.calls()).isEmpty();
    }

    @Test
    void riskPercentIsSizedFromTheStop() {
        place("\"risk_percent\":1,\"stop_loss\":{\"price\":1.0785}");

        JsonNode asked = NEIGHBOURS.sizing.calls().getFirst().body();
        assertThat(asked.path("risk_strategy").asString()).isEqualTo("fixed_risk");
        assertThat(asked.path("risk_percent").decimalValue()).isEqualByComparingTo("1");
        assertThat(asked.path("stop_loss_pips").decimalValue()).isEqualByComparingTo("50");
    }

    @Test
    void workingOrderWaitsWithItsTerms() {
        Answer answer =
                place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"trailing_stop_pips\":40,\"type\":\"stop_limit\","
                        + "\"stop_price\":1.09,\"limit_price\":1.0905,\"time_in_force\":\"day\"");

        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("submitted");
        JsonNode order = order(answer);
        assertThat(order.path("type").asString()).isEqualTo("stop_limit");
        assertThat(order.path("time_in_force").asString()).isEqualTo("day");
        assertThat(order.path("expires_at").isMissingNode()).as("the day ends").isFalse();
        assertThat(order.path("stop_price").decimalValue()).isEqualByComparingTo("1.09");
        assertThat(order.path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0855");
        assertThat(order.path("trailing_stop_pips").decimalValue()).isEqualByComparingTo("40");
    }

    @Test
    void dryRunDecidesAndSendsNothing() {
        Answer answer = place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"dry_run\":true");

        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(TradeFlowIT.codes(answer, "warnings")).containsExactly("DRY_RUN");
        assertThat(NEIGHBOURS.risk.calls()).allMatch(call -> call.path().endsWith("/check"));
        assertThat(orders()).isEmpty();
    }

    @Test
    void deniedOrderIsARejectWithTheReason() {
        NEIGHBOURS.deny();

        Answer answer = place("\"lots\":0.4,\"stop_loss\":{\"pips\":50}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(orders())
                .singleElement()
                .satisfies(order -> assertThat(order.path("status").asString()).isEqualTo("denied"));
    }

    @Test
    void exitReducesWithoutSignalAndSize() {
        place("\"lots\":0.4,\"stop_loss\":{\"pips\":50}");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.brain.forgetCalls();
        NEIGHBOURS.sizing.forgetCalls();

        Answer answer = place("\"lots\":0.1,\"reduce_only\":true", "SELL");

        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(order(answer).path("reduce_only").booleanValue()).isTrue();
        assertThat(NEIGHBOURS.decisions()).isEmpty();
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();

        Answer tooMuch = place("\"lots\":0.5,\"reduce_only\":true", "SELL");
        assertThat(tooMuch.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(tooMuch.json().at("/reasons/0/code").asString()).isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void positionThatTheBooksDoNotHaveIsToldOnceAndOnceMoreWhenTheyDo() {
        place("\"lots\":0.4,\"stop_loss\":{\"pips\":50}");
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            comparison.run();
            comparison.run();
            NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
            comparison.run();

            List<JsonNode> told = topic
                    .await(
                            2,
                            event -> account.equals(event.key())
                                    && event.json().path("type").asString().equals("broker.difference"))
                    .stream()
                    .map(event -> event.json().path("data"))
                    .toList();
            assertThat(told.getFirst().path("broker_lots").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(told.getFirst().path("book_lots").decimalValue()).isEqualByComparingTo("0");
            assertThat(told.getFirst().has("cleared_at")).isFalse();
            assertThat(told.getLast().has("cleared_at")).isTrue();
            assertThat(told.getLast().path("since")).isEqualTo(told.getFirst().path("since"));
        }
        assertThat(jdbc.sql("SELECT count(*) FROM position_gap WHERE account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void clientOrderIdIsTheKeyOfTheOrderAndGoesOnce() {
        String key = "my-" + UUID.randomUUID().toString().substring(0, 8);
        String order = "\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"client_order_id\":\"%s\"".formatted(key);

        Answer first = place(order);
        Answer second = place(order);

        assertThat(first.json().at("/execution_result/client_order_id").asString())
                .isEqualTo(key);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asString()).contains(key);
        assertThat(place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"client_order_id\":\"ts-1\"")
                        .status())
                .as("the form of our own keys")
                .isEqualTo(400);
    }

    @Test
    void repeatUnderOneKeyIsAnsweredWithTheSameDecision() {
        SuiteClient keyed = trader().header("Idempotency-Key", UUID.randomUUID().toString());
        String body = body("\"lots\":0.4,\"stop_loss\":{\"pips\":50}", "BUY");

        Answer first = keyed.post(ORDERS, body);
        Answer second = keyed.post(ORDERS, body);

        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(keyed.post(ORDERS, body.replace("0.4", "0.3")).status()).isEqualTo(422);
    }

    @Test
    void everyBadCombinationNamesItsField() {
        Answer answer = place("\"lots\":0.4,\"units\":40000,\"stop_loss\":{\"price\":1.0885},\"type\":\"limit\","
                + "\"time_in_force\":\"day\",\"expires_at\":\"2020-01-01T00:00:00Z\",\"what\":1");
        assertThat(answer.status()).as("a field that is not known").isEqualTo(400);

        Answer faults =
                place("\"lots\":0.4,\"units\":40000,\"stop_loss\":{\"pips\":50,\"price\":1.07},\"type\":\"limit\","
                        + "\"time_in_force\":\"day\",\"expires_at\":\"2020-01-01T00:00:00Z\"");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString())
                        .toList())
                .contains("units", "limit_price", "stop_loss.pips", "expires_at");
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();
    }

    @Test
    void endThatIsPastIsRefusedUnlessTheRequestWasTakenBefore() {
        Answer past = place("\"lots\":0.4,\"stop_loss\":{\"pips\":50},\"type\":\"limit\",\"limit_price\":1.08,"
                + "\"expires_at\":\"2020-01-01T00:00:00Z\"");

        assertThat(past.status()).isEqualTo(400);
        assertThat(past.json().at("/errors/0/field").asString()).isEqualTo("expires_at");
        assertThat(past.json().at("/errors/0/code").asString()).isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void orderWithoutAPriceTakesTheNewestOrIsRefused() {
        Answer answer = trader().post(
                        ORDERS,
                        "{\"account_id\":\"%s\",\"symbol\":\"AUDNZD\",\"side\":\"BUY\",\"lots\":0.1,\"stop_loss\":{\"pips\":50}}"
                                .formatted(account));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("current_price");
    }

    @Test
    void symbolIsReadAsPeopleWriteItInEveryEntry() {
        Answer placed = trader().post(
                        ORDERS,
                        body("\"lots\":0.4,\"stop_loss\":{\"pips\":50}", "BUY").replace("EURUSD", "OANDA:EUR_USD"));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));

        assertThat(placed.json().path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(reader().get(ORDERS + "?symbol=eur-usd&account=" + account)
                        .json()
                        .path("orders")
                        .size())
                .isEqualTo(orders().size());
        Answer closed = trader().post(
                        "/api/v1/orchestrator/positions/EUR_USD/close",
                        "{\"account_id\":\"%s\",\"current_price\":1.0835,\"conversion_rates\":{\"EUR/USD\":1.0835}}"
                                .formatted(account));
        assertThat(closed.json().path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(closed.json().path("status").asString()).isEqualTo("filled");
    }

    @Test
    void symbolThatNamesNothingIsRefusedInQueriesAndPathsToo() {
        assertUnknownSymbol(reader().get(ORDERS + "?symbol=EURUSX&account=" + account), "expected a symbol");
        assertUnknownSymbol(
                trader().post(ORDERS + "/cancel-all?symbol=EURUSX&account=" + account, "{}"), "expected a symbol");
        assertUnknownSymbol(
                trader().post("/api/v1/orchestrator/positions/BTCUSDT.P/close", "{\"current_price\":64000}"),
                "this is a perpetual contract");
    }

    private static void assertUnknownSymbol(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("symbol");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(answer.json().at("/errors/0/message").asString()).startsWith(message);
    }

    @Test
    void readerMayNotPlaceOrders() {
        assertThat(reader().post(ORDERS, body("\"lots\":0.4,\"stop_loss\":{\"pips\":50}", "BUY"))
                        .status())
                .isEqualTo(403);
    }

    private Answer place(String fields) {
        return place(fields, "BUY");
    }

    private Answer place(String fields, String side) {
        return trader().post(ORDERS, body(fields, side));
    }

    private String body(String fields, String side) {
        return "{\"account_id\":\"%s\",\"symbol\":\"EURUSD\",\"side\":\"%s\",\"current_price\":1.0835,%s}"
                .formatted(account, side, fields);
    }

    private JsonNode order(Answer answer) {
        return reader().get(ORDERS + "/"
                        + answer.json().at("/execution_result/order_id").asString())
                .json();
    }

    private List<JsonNode> orders() {
        return reader().get(ORDERS + "?account=" + account)
                .json()
                .path("orders")
                .valueStream()
                .toList();
    }
}
