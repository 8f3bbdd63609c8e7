package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.orchestrator.FaultyBroker.Fault;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestServices;
import dev.tradesuite.test.TestTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service dies between two lines; what it finds when it comes back. */
class RecoveryIT extends OrchestratorTest {

    private static final String SEND = ",\"auto_execute\":true";

    @Autowired
    private TradeOrders orders;

    @Autowired
    private OrderService service;

    @Autowired
    private OrderReconciliation reconciliation;

    private final String account = newAccount();
    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({"DIES_BEFORE, SUBMITTED", "DIES_TOGETHER, NEW"})
    void orderThatNeverReachedTheBrokerIsCancelledAndItsReservationFreed(Fault fault, String left) {
        broker.has(fault);
        assertThat(keyed().post(EXECUTE, eurusd(account, SEND)).status()).isEqualTo(500);
        assertThat(state()).isEqualTo(left);
        assertThat(keyed().post(EXECUTE, eurusd(account, SEND)).status())
                .as("the first is not answered yet")
                .isEqualTo(409);
        broker.has(Fault.NONE);

        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            restart();

            JsonNode event =
                    topic.await(message -> account.equals(message.key())).json();
            assertThat(event.path("type").asString()).isEqualTo("order.closed");
            assertThat(event.at("/data/reason/code").asString()).isEqualTo("INTERRUPTED");
        }
        assertThat(state()).isEqualTo("CANCELLED");

        Answer repeat = keyed().post(EXECUTE, eurusd(account, SEND));
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(TradeFlowIT.codes(repeat, "reasons")).containsExactly("RECOVERED", "INTERRUPTED");
        assertThat(repeat.json().at("/execution_result/status").asString()).isEqualTo("cancelled");
        assertThat(orderCount()).isEqualTo(1);
        assertThat(fillCount()).isZero();
    }

    @Test
    void orderThatWasCancelledByARestartIsNotTakenWhenItArrivesLate() {
        broker.has(Fault.DIES_BEFORE);
        trader().post(EXECUTE, eurusd(account, SEND));
        broker.has(Fault.NONE);
        TradeOrder order = open().getFirst();
        restart();

        assertThat(service.send(order, _ -> {}).order().status().name()).isEqualTo("CANCELLED");
        assertThat(fillCount()).isZero();
    }

    @Test
    void fillTheBrokerKnowsIsBookedOnce() {
        broker.has(Fault.DIES_AFTER);
        assertThat(keyed().post(EXECUTE, eurusd(account, SEND)).status()).isEqualTo(500);
        assertThat(state()).isEqualTo("SUBMITTED");
        broker.has(Fault.NONE);

        try (TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            restart();
            restart();

            topic.await(message -> account.equals(message.key()));
            trader().post(EXECUTE, eurusd(newAccount(), SEND));
            topic.await(message -> !account.equals(message.key()));
            assertThat(topic.seen())
                    .filteredOn(message -> account.equals(message.key()))
                    .extracting(message -> message.json().path("type").asString())
                    .as("the order, its decision, then the leg that was made of it")
                    .containsExactly("order.filled", "decision.made", "order.protection");
        }
        assertThat(state()).isEqualTo("FILLED");
        assertThat(fillCount()).isEqualTo(1);

        Answer repeat = keyed().post(EXECUTE, eurusd(account, SEND));
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(TradeFlowIT.codes(repeat, "reasons")).containsExactly("RECOVERED");
        assertThat(repeat.json().at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(repeat.json().at("/execution_result/fill_price").decimalValue())
                .isEqualByComparingTo("1.0835");
        assertThat(reader().get("/api/v1/orchestrator/decisions/"
                                + repeat.json().path("decision_id").asString())
                        .json())
                .isEqualTo(repeat.json());
        assertThat(orderCount()).isEqualTo(1);
    }

    @Test
    void positionFilledBeforeTheCrashIsProtectedAfterIt() {
        broker.has(Fault.DIES_AFTER);
        trader().post(EXECUTE, eurusd(account, SEND));
        broker.has(Fault.NONE);

        restart();

        assertThat(jdbc.sql("SELECT status FROM trade_order WHERE account_id = ? AND parent_order_id IS NOT NULL")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("SUBMITTED");
    }

    @Test
    void closeThatWasInterruptedIsAnsweredWithItsOrder() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        String path = "/api/v1/orchestrator/positions/EURUSD/close";
        String close = "{\"current_price\":1.09,\"account_id\":\"%s\"}".formatted(account);
        broker.has(Fault.DIES_AFTER);
        assertThat(keyed().post(path, close).status()).isEqualTo(500);
        broker.has(Fault.NONE);

        restart();

        Answer repeat = keyed().post(path, close);
        assertThat(repeat.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeat.json().path("status").asString()).isEqualTo("filled");
        assertThat(repeat.json().path("average_fill_price").decimalValue()).isEqualByComparingTo("1.09");
    }

    @Test
    void orderWhoseAnswerIsLostIsLookedUpAndNotSentAgain() {
        broker.has(Fault.ANSWER_LOST);

        Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(fillCount()).isEqualTo(1);
    }

    @Test
    void orderThatIsLostOnItsWayIsCancelledThere() {
        broker.has(Fault.ORDER_LOST);

        Answer answer = trader().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("cancelled");
        assertThat(answer.json().at("/execution_result/reason/code").asString()).isEqualTo("BROKER_UNCERTAIN");
        assertThat(fillCount()).isZero();
    }

    @Test
    void orderOfASilentBrokerStaysSubmittedUntilItSpeaks() {
        broker.has(Fault.SILENT);

        Answer answer = keyed().post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.json().at("/execution_result/status").asString()).isEqualTo("submitted");
        assertThat(TradeFlowIT.codes(answer, "warnings")).containsExactly("BROKER_UNCERTAIN");
        assertThat(restart().failure())
                .as("it is not known where the order stands")
                .isPresent();

        broker.has(Fault.NONE);
        assertThat(restart().failure()).isEmpty();
        assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test
    void serviceThatStartsReconcilesBeforeItIsReady() {
        broker.has(Fault.DIES_AFTER);
        trader().post(EXECUTE, eurusd(account, SEND));
        broker.has(Fault.NONE);
        assertThat(state()).isEqualTo("SUBMITTED");
        abandon();

        try (ConfigurableApplicationContext again = anotherInstance()) {
            assertThat(again.getBean(OrderReconciliation.class).isDone()).isTrue();
            assertThat(state()).isEqualTo("FILLED");
        }
        assertThat(fillCount()).isEqualTo(1);
    }

    @Test
    void secondInstanceLeavesAloneWhatTheFirstHasOnItsWay() throws Exception {
        CountDownLatch onItsWay = new CountDownLatch(1);
        broker.has(Fault.ANSWER_LOST);
        broker.holdsBack(onItsWay);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> running = threads.submit(() -> trader().post(EXECUTE, eurusd(account, SEND)));
            await().until(() -> states().contains("SUBMITTED"));

            try (ConfigurableApplicationContext second = anotherInstance()) {
                assertThat(second.getBean(OrderReconciliation.class).isDone()).isTrue();
                assertThat(state()).isEqualTo("SUBMITTED");
            }
            onItsWay.countDown();
            assertThat(running.get().json().at("/execution_result/status").asString())
                    .isEqualTo("filled");
        }
        assertThat(fillCount()).isEqualTo(1);
    }

    @Test
    void readinessTellsWhetherOrdersAreReconciled() {
        JsonNode readiness = http.get("/actuator/health/readiness").json();

        assertThat(readiness.path("status").asString()).isEqualTo("UP");
        assertThat(readiness.at("/components/reconciliation/status").asString()).isEqualTo("UP");
    }

    /** What a start does with the orders it finds. */
    private OrderReconciliation restart() {
        abandon();
        reconciliation.run();
        return reconciliation;
    }

    /** What this instance has on its way, it has no more. */
    private void abandon() {
        jdbc.sql("UPDATE trade_order SET owner = 'gone', version = version + 1 WHERE owner IS NOT NULL")
                .update();
    }

    private static ConfigurableApplicationContext anotherInstance() {
        Map<String, String> settings = new HashMap<>();
        NEIGHBOURS.settings((name, value) -> settings.put(name, String.valueOf(value.get())));
        return SuiteApplication.builder(OrchestratorApplication.class, "orchestrator-service")
                .run(TestServices.arguments("orchestrator", settings));
    }

    private SuiteClient keyed() {
        return trader().header("Idempotency-Key", key);
    }

    private List<TradeOrder> open() {
        return orders.open().stream()
                .filter(order -> order.origin().accountId().equals(account))
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("SELECT status FROM trade_order WHERE account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("SELECT status FROM trade_order WHERE account_id = ? AND parent_order_id IS NULL")
                .param(account)
                .query(String.class)
                .single();
    }

    private int orderCount() {
        return jdbc.sql("SELECT count(*) FROM trade_order WHERE account_id = ? AND parent_order_id IS NULL")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private int fillCount() {
        return jdbc.sql("SELECT count(*) FROM order_fill JOIN trade_order o ON o.id = order_id WHERE o.account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }
}
