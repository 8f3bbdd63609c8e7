package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.FillPage;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Execute, the orders it makes, and closing what was opened. */
class ExecuteIT extends OrchestratorTest {

    private static final String TREND = ",\"strategy\":\"trend\"";

    private static final String SEND = ",\"auto_execute\":true";

    private final String account = newAccount();

    @Test
    void executeFillsAtTheGivenPriceAndAnswersTheResult() {
        Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode decision = answer.json();
        assertThat(decision.path("decision").asString()).isEqualTo("PROCEED");
        JsonNode result = decision.path("execution_result");
        assertThat(result.path("status").asString()).isEqualTo("filled");
        assertThat(result.path("fill_price").decimalValue()).isEqualByComparingTo("1.0835");
        assertThat(result.path("filled_lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(result.path("slippage_pips").decimalValue()).isEqualByComparingTo("0");
        assertThat(result.path("commission").decimalValue()).isEqualByComparingTo("0");
        assertThat(result.path("broker").asString()).isEqualTo("paper");
        assertThat(result.path("client_order_id").asString())
                .isEqualTo("ts-" + result.path("order_id").asString().replace("-", ""));
        assertThat(decision.at("/workflow/risk_checks").size()).isEqualTo(6);
        assertThat(decision.at("/timings_ms/broker").doubleValue()).isPositive();
    }

    @Test
    void reservationIsMadeForTheOrderAndTheAccountInTheBooks() {
        String body = eurusd(account, SEND + ",\"strategy\":\"breakout\"").replace("\"leverage\":1", "\"leverage\":30");

        Answer answer = trader().post(EXECUTE, body);

        JsonNode asked = NEIGHBOURS.risk.calls().getFirst().body();
        assertThat(NEIGHBOURS.risk.calls().getFirst().path()).isEqualTo("/api/v1/risk/reservations");
        assertThat(asked.path("order_id").asString())
                .isEqualTo(answer.json().at("/execution_result/order_id").asString());
        assertThat(asked.at("/trade/account_id").asString()).isEqualTo(account);
        assertThat(asked.at("/trade/lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(asked.at("/trade/stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(asked.at("/trade/leverage").decimalValue()).isEqualByComparingTo("30");
        assertThat(asked.at("/trade/strategy").asString()).isEqualTo("breakout");
        assertThat(asked.at("/trade/what_if").isMissingNode()).isTrue();
    }

    @Test
    void orderCanBeReadWithItsHistoryAndItsProtection() {
        Answer answer = trader().post(EXECUTE, eurusd(account, SEND + ",\"take_profit_price\":1.0935"));
        String id = answer.json().at("/execution_result/order_id").asString();

        JsonNode order = reader().get(ORDERS + "/" + id).json();

        assertThat(order.path("status").asString()).isEqualTo("filled");
        assertThat(order.path("history")
                        .valueStream()
                        .map(change -> change.path("status").asString())
                        .toList())
                .containsExactly("new", "reserved", "submitted", "filled");
        assertThat(order.path("decision_id")).isEqualTo(answer.json().path("decision_id"));
        assertThat(order.path("average_fill_price").decimalValue()).isEqualByComparingTo("1.0835");
        assertThat(order.path("label").asString()).isEqualTo("PAPER");

        JsonNode working = reader().get(ORDERS + "?status=submitted&account=" + account)
                .json()
                .path("orders");
        assertThat(working.size()).isEqualTo(2);
        assertThat(working.valueStream()
                        .map(leg -> leg.path("type").asString() + " "
                                + leg.path("side").asString() + " "
                                + leg.path("reduce_only").asString() + " "
                                + leg.path("parent_order_id").asString())
                        .toList())
                .containsExactlyInAnyOrder("stop SELL true " + id, "limit SELL true " + id);
    }

    @Test
    void fillsAndTheBrokersPositionCanBeAskedFor() {
        Instant before = Instant.now().minusSeconds(60);
        trader().post(EXECUTE, eurusd(account, SEND));
        trader().post(EXECUTE, eurusd(account, SEND));

        List<OrderFilled> fills = new ArrayList<>();
        FillPage page = http.with("internal")
                .get("/api/v1/orchestrator/fills?limit=1&since=" + before)
                .as(FillPage.class);
        while (page.nextCursor() != null) {
            fills.addAll(page.fills());
            page = http.with("internal")
                    .get("/api/v1/orchestrator/fills?limit=1&since=%s&cursor=%s".formatted(before, page.nextCursor()))
                    .as(FillPage.class);
        }
        fills.addAll(page.fills());

        assertThat(page.bookedUntil()).isAfter(before);
        assertThat(fills).extracting(OrderFilled::fillId).doesNotHaveDuplicates();
        assertThat(fills.stream().filter(fill -> fill.accountId().equals(account)))
                .hasSize(2)
                .allSatisfy(fill -> {
                    assertThat(fill.cumulativeLots()).isEqualByComparingTo("0.4");
                    assertThat(fill.orderComplete()).isTrue();
                    assertThat(fill.protection()).isNull();
                });
        BrokerPositions held = http.with("internal")
                .get("/api/v1/orchestrator/broker-positions?account=" + account)
                .as(BrokerPositions.class);
        assertThat(held.broker()).isEqualTo("paper");
        assertThat(held.positions())
                .containsExactly(new BrokerPositions.SymbolPosition("EURUSD", new BigDecimal("0.8")));
    }

    @Test
    void fillIsPublishedWithWhatTheBooksNeed() {
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            Answer answer = trader().post(EXECUTE, eurusd(account, SEND + ",\"strategy\":\"breakout\""));

            TestTopic.Message message = topic.await(event -> account.equals(event.key()));
            JsonNode event = message.json();
            assertThat(event.path("type").asString()).isEqualTo("order.filled");
            assertThat(event.path("source").asString()).isEqualTo("orchestrator-service");
            JsonNode fill = event.path("data");
            assertThat(fill.path("order_id")).isEqualTo(answer.json().at("/execution_result/order_id"));
            assertThat(fill.path("account_id").asString()).isEqualTo(account);
            assertThat(fill.path("lots").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(fill.path("cumulative_lots").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(fill.path("order_complete").booleanValue()).isTrue();
            assertThat(fill.path("price").decimalValue()).isEqualByComparingTo("1.0835");
            assertThat(fill.path("conversion_rate").decimalValue()).isEqualByComparingTo("1");
            assertThat(fill.path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
            assertThat(fill.path("strategy").asString()).isEqualTo("breakout");
            assertThat(fill.path("reduce_only").booleanValue()).isFalse();
            assertThat(fill.path("label").asString()).isEqualTo("PAPER");
            assertThat(fill.path("leverage").isMissingNode()).as("not stated").isTrue();
        }
    }

    @Test
    void everyDecisionThatIsStoredIsToldOnce() {
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            String key = newAccount();
            Answer sent = trader().header("Idempotency-Key", key).post(EXECUTE, eurusd(account, SEND + TREND));
            trader().header("Idempotency-Key", key).post(EXECUTE, eurusd(account, SEND + TREND));
            Answer analyzed = reader().post(ANALYZE, eurusd(",\"account_balance\":10000"));
            NEIGHBOURS.signal(SignalAction.HOLD);
            Answer held = trader().post(EXECUTE, eurusd(account, SEND));

            List<JsonNode> told = topic
                    .await(
                            2,
                            event -> account.equals(event.key())
                                    && event.json().path("type").asString().equals("decision.made"))
                    .stream()
                    .map(event -> event.json().path("data"))
                    .toList();
            assertThat(told)
                    .extracting(made -> made.path("decision_id"))
                    .containsExactly(
                            sent.json().path("decision_id"), held.json().path("decision_id"));
            JsonNode made = told.getFirst();
            assertThat(made.path("order_id")).isEqualTo(sent.json().at("/execution_result/order_id"));
            assertThat(made.path("decision").asString()).isEqualTo("PROCEED");
            assertThat(made.path("source").asString()).isEqualTo("signal");
            assertThat(made.path("strategy").asString()).isEqualTo("trend");
            assertThat(made.path("trace_id")).isEqualTo(sent.json().path("trace_id"));
            assertThat(told.getLast().at("/reason/code").asString()).isEqualTo("SIGNAL_IS_HOLD");
            String supposed = analyzed.json().path("decision_id").asString();
            JsonNode ofNobody =
                    topic.await(event -> supposed.equals(event.key())).json().path("data");
            assertThat(ofNobody.path("decision_id").asString()).isEqualTo(supposed);
            assertThat(ofNobody.has("account_id")).isFalse();
        }
    }

    @Test
    void fillInAnotherCurrencyCarriesTheRateAndWhereItCameFrom() {
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            trader().post(
                            EXECUTE,
                            eurusd(account, SEND + ",\"conversion_rates\":{\"GBPUSD\":1.27}")
                                    .replace("EURUSD", "EURGBP")
                                    .replace("1.0835", "0.85"));
            JsonNode cross =
                    topic.await(event -> account.equals(event.key())).json().path("data");
            assertThat(cross.path("conversion_rate").decimalValue()).isEqualByComparingTo("1.27");
            assertThat(cross.at("/conversion_rates/GBPUSD").decimalValue()).isEqualByComparingTo("1.27");

            String other = newAccount();
            trader().post(
                            EXECUTE,
                            eurusd(other, SEND).replace("EURUSD", "USDJPY").replace("1.0835", "150"));
            JsonNode own =
                    topic.await(event -> other.equals(event.key())).json().path("data");
            // 1 / 150 with 12 significant digits
            assertThat(own.path("conversion_rate").decimalValue()).isEqualByComparingTo("0.00666666666667");
            assertThat(own.at("/conversion_rates/USDJPY").decimalValue()).isEqualByComparingTo("150");
        }
    }

    @Test
    void withoutAutoExecuteNothingIsSent() {
        Answer answer = trader().post(EXECUTE, eurusd(account, ""));

        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(TradeFlowIT.codes(answer, "warnings")).containsExactly("NOT_EXECUTED");
        assertThat(answer.json().path("execution_result").isMissingNode()).isTrue();
        assertThat(NEIGHBOURS.risk.calls()).allMatch(call -> call.path().endsWith("/check"));
        assertThat(orders(account)).isEmpty();
    }

    @Test
    void whatIfIsIgnoredWithAWarning() {
        Answer answer = trader().post(
                        EXECUTE,
                        eurusd(
                                account,
                                SEND
                                        + ",\"account_balance\":1000000,\"existing_positions\":"
                                        + "[{\"symbol\":\"GBPUSD\",\"side\":\"BUY\",\"lots\":1}]"));

        assertThat(TradeFlowIT.codes(answer, "warnings"))
                .containsExactly("ACCOUNT_BALANCE_IGNORED", "EXISTING_POSITIONS_IGNORED");
        assertThat(NEIGHBOURS
                        .sizing
                        .calls()
                        .getFirst()
                        .body()
                        .path("account_balance")
                        .decimalValue())
                .isEqualByComparingTo("10000");
        assertThat(NEIGHBOURS
                        .risk
                        .calls()
                        .getFirst()
                        .body()
                        .at("/trade/existing_positions")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void holdSendsNothing() {
        NEIGHBOURS.signal(SignalAction.HOLD);

        Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.json().path("decision").asString()).isEqualTo("HOLD");
        assertThat(orders(account)).isEmpty();
    }

    @Test
    void decisionOnHistoryIsNotExecuted() {
        Answer answer = trader().post(EXECUTE, eurusd(account, SEND + ",\"as_of\":\"2025-06-02T10:00:00Z\""));

        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("BACKTEST_CANNOT_EXECUTE");
        assertThat(answer.json().path("label").asString()).isEqualTo("BACKTEST");
        assertThat(orders(account)).isEmpty();
    }

    @Test
    void deniedOrderIsKeptAndItsEndIsPublished() {
        NEIGHBOURS.deny();
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
            assertThat(answer.json().path("can_execute").booleanValue()).isFalse();
            assertThat(answer.json().path("execution_result").isMissingNode()).isTrue();
            JsonNode order = orders(account).getFirst();
            assertThat(order.path("status").asString()).isEqualTo("denied");
            assertThat(order.at("/reason/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
            JsonNode event =
                    topic.await(message -> account.equals(message.key())).json();
            assertThat(event.path("type").asString()).isEqualTo("order.closed");
            assertThat(event.at("/data/status").asString()).isEqualTo("denied");
        }
    }

    @Test
    void reservationWhoseAnswerIsLostIsGivenBack() {
        NEIGHBOURS.risk.answers(call -> {
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            return Reply.ok("{}");
        });
        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
            assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("RISK_UNAVAILABLE");
            JsonNode order = orders(account).getFirst();
            assertThat(order.path("status").asString()).isEqualTo("cancelled");
            JsonNode event =
                    topic.await(message -> account.equals(message.key())).json();
            assertThat(event.path("type").asString()).isEqualTo("order.closed");
            assertThat(event.at("/data/order_id")).isEqualTo(order.path("order_id"));
            assertThat(event.at("/data/reason/code").asString()).isEqualTo("RISK_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"brain, BRAIN_UNAVAILABLE", "sizing, SIZING_UNAVAILABLE", "portfolio, BOOKS_UNAVAILABLE"})
    void neighbourThatIsDownLeavesNoOrder(String name, String reason) {
        (name.equals("brain") ? NEIGHBOURS.brain : name.equals("sizing") ? NEIGHBOURS.sizing : NEIGHBOURS.portfolio)
                .close();

        Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo(reason);
        assertThat(orders(account)).isEmpty();
    }

    @Test
    void limitOrderWaitsAndCanBeCancelled() {
        Answer answer = trader().post(
                        EXECUTE,
                        eurusd(account, SEND + ",\"side\":\"BUY\",\"order_type\":\"limit\",\"limit_price\":1.08"));
        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("submitted");
        assertThat(answer.json().path("entry_price").decimalValue()).isEqualByComparingTo("1.08");
        assertThat(answer.json().path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.075");
        String id = answer.json().at("/execution_result/order_id").asString();

        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            Answer cancelled = trader().post(ORDERS + "/" + id + "/cancel", null);
            assertThat(cancelled.status()).isEqualTo(200);
            assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
            assertThat(cancelled.json().at("/reason/code").asString()).isEqualTo("CANCELLED_BY_REQUEST");
            assertThat(topic.await(message -> account.equals(message.key()))
                            .json()
                            .path("type")
                            .asString())
                    .isEqualTo("order.closed");
        }
        Answer again = trader().post(ORDERS + "/" + id + "/cancel", null);
        assertThat(again.status()).as("it is cancelled, as wanted").isEqualTo(200);
    }

    @Test
    void filledOrderCannotBeCancelled() {
        String id = trader().post(EXECUTE, eurusd(account, SEND))
                .json()
                .at("/execution_result/order_id")
                .asString();

        Answer answer = trader().post(ORDERS + "/" + id + "/cancel", null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("CONFLICT");
        assertThat(answer.json().path("detail").asString()).contains("filled");
    }

    @Test
    void orderExpiresWhenItsTimeIsOver() {
        trader().post(
                        EXECUTE,
                        eurusd(
                                account,
                                SEND
                                        + ",\"order_type\":\"limit\",\"limit_price\":1.08,\"expires_at\":\"%s\""
                                                .formatted(Instant.now().plusSeconds(1))));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        orders(account).getFirst().path("status").asString())
                .isEqualTo("expired"));
    }

    @Test
    void positionIsClosedByAnOrderThatOnlyReduces() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.risk.forgetCalls();

        Answer answer = close(account, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("filled");
        assertThat(answer.json().path("side").asString()).isEqualTo("SELL");
        assertThat(answer.json().path("reduce_only").booleanValue()).isTrue();
        assertThat(answer.json().path("average_fill_price").decimalValue()).isEqualByComparingTo("1.09");
        JsonNode asked = NEIGHBOURS.risk.calls().getFirst().body();
        assertThat(NEIGHBOURS.risk.calls().getFirst().path()).isEqualTo("/api/v1/risk/reservations");
        assertThat(asked.at("/trade/side").asString()).isEqualTo("SELL");
        assertThat(asked.at("/trade/stop_loss_price").isMissingNode()).isTrue();
        assertThat(orders(account))
                .as("nothing is left to protect")
                .filteredOn(order -> !order.path("parent_order_id").isMissingNode())
                .isNotEmpty()
                .allSatisfy(order -> {
                    assertThat(order.path("status").asString()).isEqualTo("cancelled");
                    assertThat(order.at("/reason/code").asString()).isEqualTo("NOTHING_TO_REDUCE");
                });
    }

    @Test
    void holdingOfAStrategyIsClosedInItsName() {
        trader().post(EXECUTE, eurusd(account, SEND + TREND));
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.held(
                Neighbours.position("EURUSD", Direction.LONG, "0.8"),
                Neighbours.holding("trend", "EURUSD", "0.4"),
                Neighbours.holding("unassigned", "EURUSD", "0.4"));
        NEIGHBOURS.risk.forgetCalls();

        Answer closed = close(account, ",\"strategy\":\"trend\"");

        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("filled_lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(NEIGHBOURS
                        .risk
                        .calls()
                        .getFirst()
                        .body()
                        .at("/trade/strategy")
                        .asString())
                .isEqualTo("trend");
        assertThat(jdbc.sql("SELECT strategy FROM trade_order WHERE account_id = ? AND type = 'MARKET' AND reduce_only")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("trend");
        Answer again = close(account, ",\"strategy\":\"trend\"");
        assertThat(again.status())
                .as("the books have not heard of it yet, its broker has")
                .isEqualTo(404);
        NEIGHBOURS.held(
                Neighbours.position("EURUSD", Direction.LONG, "0.4"),
                Neighbours.holding("unassigned", "EURUSD", "0.4"));
        Answer nothing = close(account, ",\"strategy\":\"trend\"");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.json().path("detail").asString()).contains("trend holds nothing of EURUSD");
        Answer nobody = close(account, ",\"strategy\":\"unassigned\"");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.json().at("/errors/0/field").asString()).isEqualTo("strategy");
    }

    @Test
    void strategiesThatHoldAgainstOneAnotherAreClosedEachForItself() {
        trader().post(EXECUTE, eurusd(account, SEND + TREND));
        NEIGHBOURS.brain.answers(call -> call.path().endsWith("/latest")
                ? Neighbours.prices("EURUSD", "1.0835")
                : Neighbours.decision(SignalAction.SELL, call));
        trader().post(EXECUTE, eurusd(account, SEND + ",\"strategy\":\"carry\""));
        assertThat(paperHoldings()).isEqualTo("carry -0.4, trend 0.4");
        assertThat(stops()).as("each has its own").containsExactly("carry BUY 0.4", "trend SELL 0.4");
        NEIGHBOURS.held(
                null, Neighbours.holding("trend", "EURUSD", "0.4"), Neighbours.holding("carry", "EURUSD", "-0.4"));
        NEIGHBOURS.risk.forgetCalls();

        Answer closed = close(account, TREND);

        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("filled_lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(NEIGHBOURS
                        .risk
                        .calls()
                        .getFirst()
                        .body()
                        .at("/trade/reduces")
                        .asString())
                .isEqualTo("HOLDING");
        assertThat(paperHoldings()).isEqualTo("carry -0.4");
        assertThat(stops()).containsExactly("carry BUY 0.4");

        Answer other = close(account, ",\"strategy\":\"carry\"");
        assertThat(other.status())
                .as("the books have not heard of the first one")
                .isEqualTo(200);
        assertThat(paperHoldings()).isEmpty();
        assertThat(stops()).isEmpty();
    }

    private String paperHoldings() {
        return jdbc.sql(
                        """
                        SELECT coalesce(string_agg(h.key || ' ' || h.value, ', ' ORDER BY h.key), '')
                        FROM paper_position p, jsonb_each_text(p.holdings) h WHERE p.account_id = ?
                        """)
                .param(account)
                .query(String.class)
                .single();
    }

    private List<String> stops() {
        return jdbc.sql(
                        """
                        SELECT strategy || ' ' || side || ' ' || lots FROM trade_order
                        WHERE account_id = ? AND reduce_only AND type = 'STOP'
                          AND status IN ('SUBMITTED', 'PARTIALLY_FILLED')
                        ORDER BY 1
                        """)
                .param(account)
                .query(String.class)
                .list();
    }

    @Test
    void partOfAPositionCanBeClosedButNotMore() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));

        Answer part = close(account, ",\"lots\":0.1");
        assertThat(part.json().path("filled_lots").decimalValue()).isEqualByComparingTo("0.1");

        Answer tooMuch = close(account, ",\"lots\":0.5");
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.json().path("detail").asString())
                .as("the books have not heard of the first one yet")
                .contains("0.3 lots");
    }

    @Test
    void archivedAccountTakesNoOrdersAndNothingIsAskedOfRisk() {
        NEIGHBOURS.archived(Neighbours.position("EURUSD", Direction.LONG, "0.4"));

        Answer analyzed = reader().post(ANALYZE, eurusd(account, ""));
        Answer executed = trader().post(EXECUTE, eurusd(account, SEND));
        Answer placed = trader().post(
                        ORDERS,
                        "{\"symbol\":\"EURUSD\",\"side\":\"BUY\",\"lots\":0.4,\"account_id\":\"%s\",\"current_price\":1.0835,\"stop_loss\":{\"pips\":50}}"
                                .formatted(account));
        Answer closed = trader().post(
                        "/api/v1/orchestrator/positions/EURUSD/close",
                        "{\"current_price\":1.09,\"account_id\":\"%s\"}".formatted(account));

        for (Answer refused : List.of(analyzed, executed, placed)) {
            assertThat(refused.json().path("decision").asString())
                    .as(refused.text())
                    .isEqualTo("REJECT");
            assertThat(refused.json().at("/reasons/0/code").asString()).isEqualTo("ACCOUNT_ARCHIVED");
            assertThat(refused.json().path("can_execute").booleanValue()).isFalse();
        }
        assertThat(closed.status()).isGreaterThanOrEqualTo(400);
        assertThat(closed.json().path("detail").asString()).contains("archived");
        assertThat(NEIGHBOURS.risk.calls()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM trade_order WHERE account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void closeThatRiskDeniesIsAConflictAlsoWhenItIsRepeated() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.deny();
        String key = newAccount();
        String body = "{\"current_price\":1.09,\"account_id\":\"%s\"}".formatted(account);
        String path = "/api/v1/orchestrator/positions/EURUSD/close";

        Answer refused = trader().header("Idempotency-Key", key).post(path, body);
        Answer again = trader().header("Idempotency-Key", key).post(path, body);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("DAILY_LOSS_LIMIT", "Idempotency-Key");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail")).isEqualTo(refused.json().path("detail"));
        assertThat(jdbc.sql("SELECT lots FROM paper_position WHERE account_id = ?")
                        .param(account)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.4");
    }

    @Test
    void positionIsClosedWhileRiskAndBooksAreDown() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.risk.close();
        NEIGHBOURS.portfolio.close();

        assertThat(close(account, ",\"lots\":0.5").status())
                .as("never more than is held")
                .isEqualTo(409);
        Answer closed = close(account, "");

        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().path("status").asString()).isEqualTo("filled");
        assertThat(closed.json().path("filled_lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(closed.json()
                        .path("warnings")
                        .valueStream()
                        .map(warning -> warning.path("code").asString())
                        .toList())
                .containsExactly("POSITION_FROM_ORDERS", "RISK_UNCHECKED");
        assertThat(close(account, "").status()).as("nothing is left").isEqualTo(503);
    }

    /** Books and risk have not heard of any of it, as right after a fill. */
    @Test
    void positionIsClosedRightAfterItWasOpenedHoweverOften() {
        NEIGHBOURS.risk.answers(call -> {
            boolean exit = call.body().at("/trade/stop_loss_price").isMissingNode();
            return exit && !Neighbours.asksForMargin(call)
                    ? Reply.ok(Neighbours.denied(call).body().replace("DAILY_LOSS_LIMIT", "STOP_MISSING"))
                    : Neighbours.reserved(call);
        });
        for (int i = 0; i < 30; i++) {
            assertThat(trader().post(EXECUTE, eurusd(account, SEND))
                            .json()
                            .at("/execution_result/status")
                            .asString())
                    .isEqualTo("filled");
            Answer closed = close(account, "");
            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
            assertThat(closed.json().path("filled_lots").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(close(account, "").status()).as("nothing is left").isEqualTo(404);
        }
    }

    @Test
    void closesAtOnceDoNotTurnThePositionRound() throws Exception {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.risk.close();
        NEIGHBOURS.portfolio.close();
        List<Future<Answer>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> close(account, "")));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> each : running) {
                statuses.add(each.get().status());
            }
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        }
        assertThat(jdbc.sql("SELECT lots FROM paper_position WHERE account_id = ?")
                        .param(account)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
    }

    @Test
    void closeIsAnsweredAgainWhenNothingIsHeldAnyMore() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        String key = newAccount();
        String body = "{\"current_price\":1.09,\"account_id\":\"%s\"}".formatted(account);
        Answer closed =
                trader().header("Idempotency-Key", key).post("/api/v1/orchestrator/positions/EURUSD/close", body);
        NEIGHBOURS.account("10000");

        Answer again =
                trader().header("Idempotency-Key", key).post("/api/v1/orchestrator/positions/EURUSD/close", body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(closed.text());
    }

    @Test
    void priceOffByADigitBuysNothing() {
        Answer answer = trader().post(EXECUTE, eurusd(account, SEND).replace("1.0835", "0.10873"));

        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("PRICE_FAR_FROM_MARKET");
        assertThat(answer.json().at("/reasons/0/message").asString()).contains("0.10873", "1.0835");
        assertThat(orders(account)).isEmpty();
    }

    @Test
    void limitTheMarketIsBetterThanIsProtectedFromTheMarket() {
        Answer answer =
                trader().post(EXECUTE, eurusd(account, SEND + ",\"order_type\":\"limit\",\"limit_price\":1.093"));

        // 50 pips below 1.0835, where it is filled; 1.088 would be above it.
        assertThat(answer.json().path("entry_price").decimalValue()).isEqualByComparingTo("1.0835");
        assertThat(answer.json().path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(answer.json().at("/execution_result/fill_price").decimalValue())
                .isEqualByComparingTo("1.0835");
        assertThat(orders(account))
                .filteredOn(order -> !order.path("parent_order_id").isMissingNode())
                .singleElement()
                .satisfies(stop ->
                        assertThat(stop.path("stop_price").decimalValue()).isEqualByComparingTo("1.0785"));
    }

    @Test
    void closingIsRefusedWhereThereIsNothingToClose() {
        assertThat(close(account, "").status()).isEqualTo(404);

        NEIGHBOURS.portfolio.answers(_ -> Reply.problem(404, "NOT_FOUND"));
        Answer noAccount = close(account, "");
        assertThat(noAccount.status()).isEqualTo(404);

        NEIGHBOURS.portfolio.close();
        Answer noBooks = close(account, "");
        assertThat(noBooks.status()).isEqualTo(503);
        assertThat(noBooks.json().path("code").asString()).isEqualTo("SERVICE_OFFLINE");

        Answer noSymbol = trader().post("/api/v1/orchestrator/positions/NOPE/close", "{\"current_price\":1}");
        assertThat(noSymbol.status()).isEqualTo(400);
        assertThat(noSymbol.json().path("code").asString()).isEqualTo("UNKNOWN_SYMBOL");
    }

    @Test
    void ordersOfBothSidesAtOnceKeepBothBooksEqual() throws Exception {
        // The brain says what the request wants; every second order turns the position round and ends its protection.
        NEIGHBOURS.brain.answers(call -> call.path().endsWith("/latest")
                ? Neighbours.prices("EURUSD", "1.08")
                : Neighbours.decision(
                        call.body().path("current_price").decimalValue().doubleValue() > 1.08
                                ? SignalAction.BUY
                                : SignalAction.SELL,
                        call));
        List<Future<Answer>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String price = i % 2 == 0 ? "1.0835" : "1.0735";
                running.add(threads.submit(
                        () -> trader().post(EXECUTE, eurusd(account, SEND).replace("1.0835", price))));
            }
            for (Future<Answer> each : running) {
                assertThat(each.get().json().at("/execution_result/status").asString())
                        .isEqualTo("filled");
            }
        }

        assertThat(jdbc.sql(
                                """
                        SELECT count(*) FROM paper_order p LEFT JOIN trade_order o USING (client_order_id)
                        WHERE p.account_id = ? AND (o.id IS NULL
                           OR (p.status = 'WORKING') <> (o.status IN ('SUBMITTED', 'PARTIALLY_FILLED'))
                           OR o.filled_lots <> coalesce((SELECT sum(e.lots) FROM paper_execution e
                                                         WHERE e.client_order_id = p.client_order_id), 0))
                        """)
                        .param(account)
                        .query(Integer.class)
                        .single())
                .as("orders on which the broker's book and ours disagree")
                .isZero();
        assertThat(jdbc.sql("SELECT lots FROM paper_position WHERE account_id = ?")
                        .param(account)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
    }

    @Test
    void ordersAreListedNewestFirst() {
        trader().post(EXECUTE, eurusd(account, SEND));
        trader().post(EXECUTE, eurusd(account, SEND).replace("EURUSD", "GBPUSD").replace("1.0835", "1.27"));

        assertThat(orders(account))
                .extracting(order -> order.path("symbol").asString())
                .containsExactly("GBPUSD", "GBPUSD", "EURUSD", "EURUSD");
        JsonNode one = reader().get(ORDERS + "?limit=1&symbol=eurusd&account=" + account)
                .json();
        assertThat(one.path("orders").size()).isEqualTo(1);
        assertThat(one.at("/orders/0/symbol").asString()).isEqualTo("EURUSD");
    }

    @Test
    void ordersAreReadPageByPageAndAsATable() {
        trader().post(EXECUTE, eurusd(account, SEND));
        trader().post(EXECUTE, eurusd(account, SEND).replace("EURUSD", "GBPUSD").replace("1.0835", "1.27"));
        List<String> all = orders(account).stream()
                .map(order -> order.path("order_id").asString())
                .toList();

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader().get(ORDERS + "?limit=3&account=" + account + cursor)
                    .json();
            page.path("orders")
                    .forEach(order -> paged.add(order.path("order_id").asString()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).hasSize(4).isEqualTo(all);
        Answer table = reader().header("Accept", "text/csv").get(ORDERS + "?limit=3&account=" + account);
        assertThat(table.text().lines()).hasSize(4).first().asString().startsWith("order_id,client_order_id,");
        assertThat(table.headers().firstValue("Next-Cursor")).contains(all.get(2));
        Instant now = Instant.now();
        assertThat(page("&from=" + now.plusSeconds(60)).path("orders").size()).isZero();
        assertThat(page("&to=" + now.minusSeconds(600)).path("orders").size()).isZero();
        assertThat(page("&from=" + now.minusSeconds(600) + "&to=" + now.plusSeconds(60))
                        .path("orders")
                        .size())
                .isEqualTo(4);
        assertThat(reader().get(ORDERS + "?from=%s&to=%s".formatted(now, now.minusSeconds(1)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void decisionsAreListedNewestFirst() {
        String first = decisionId(trader().post(ANALYZE, eurusd(account, "")));
        String second = decisionId(trader().post(EXECUTE, eurusd(account, SEND)));
        String third = decisionId(trader().post(
                        ANALYZE, eurusd(account, "").replace("EURUSD", "GBPUSD").replace("1.0835", "1.27")));

        assertThat(decisions("")).extracting(ExecuteIT::id).containsExactly(third, second, first);
        assertThat(decisions("&symbol=eurusd")).extracting(ExecuteIT::id).containsExactly(second, first);
        assertThat(decisions("&decision=REJECT")).isEmpty();
        assertThat(decisions("&label=PAPER&decision=PROCEED&limit=1"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(id(row)).isEqualTo(third);
                    assertThat(row.path("side").asString()).isEqualTo("BUY");
                    assertThat(row.at("/reason/code").asString()).isEqualTo("ALL_CHECKS_PASSED");
                });
        assertThat(decisions("&cursor=" + third)).extracting(ExecuteIT::id).containsExactly(second, first);
        assertThat(decisions("&symbol=EURUSD&limit=1"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("status").asString()).isEqualTo("filled"));
        assertThat(decisions("&from=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(decisions("&to=" + Instant.now().minusSeconds(600))).isEmpty();
    }

    private static String decisionId(Answer answer) {
        return answer.json().path("decision_id").asString();
    }

    private static String id(JsonNode row) {
        return row.path("decision_id").asString();
    }

    private List<JsonNode> decisions(String more) {
        return reader().get("/api/v1/orchestrator/decisions?account=" + account + more)
                .json()
                .path("decisions")
                .valueStream()
                .toList();
    }

    private JsonNode page(String more) {
        return reader().get(ORDERS + "?account=" + account + more).json();
    }

    @Test
    void unknownOrderIsNotFound() {
        String nobody = ORDERS + "/01890a5d-ac96-774b-bcce-b302099a8057";

        assertThat(reader().get(nobody).status()).isEqualTo(404);
        assertThat(trader().post(nobody + "/cancel", null).status()).isEqualTo(404);
    }

    private Answer close(String of, String more) {
        return trader().post(
                        "/api/v1/orchestrator/positions/EURUSD/close",
                        "{\"current_price\":1.09,\"account_id\":\"%s\"%s}".formatted(of, more));
    }

    private List<JsonNode> orders(String of) {
        return reader().get(ORDERS + "?account=" + of)
                .json()
                .path("orders")
                .valueStream()
                .toList();
    }
}
