package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestProcess;
import dev.tradesuite.test.TestServices;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two processes share approvals and stops of trading. One is killed while it carries out two trades that were just
 * approved, one before its order was opened and one after, and closes a position of an account that was halted before.
 * The other goes on: it ends both trades, neither is ever sent, and closes the position once.
 */
class KilledInstanceIT {

    private static final String SCHEMA = "orchestrator_killed";
    private static final String OTHER_HOST = "localhost";
    private static final String APPROVALS = "/api/v1/approvals/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of its own: what a killed consumer had of the one that tests share would be missed by them for a while. */
    private final TestBroker.Embedded kafka = new TestBroker.Embedded(TestBroker.freePort());

    private final Neighbours neighbours = new Neighbours();
    private final AtomicReference<String> tradingState = new AtomicReference<>("HALTED");
    private final AtomicBoolean holds = new AtomicBoolean();
    private final AtomicBoolean isKilled = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<TestProcess> started = new ArrayList<>();
    private TestBroker broker;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws IOException {
        broker = kafka.start();
        neighbours.agree();
        jdbc = JdbcClient.create(TestServices.database(SCHEMA));
        jdbc.sql("CREATE SCHEMA " + SCHEMA).update();
        started.add(OrchestratorProcess.start("killed", arguments()));
        // The second waits for the migrations of the first.
        started.add(OrchestratorProcess.start("left", argumentsOfTheOther()));
    }

    @AfterEach
    void stop() {
        released.countDown();
        started.forEach(TestProcess::close);
        threads.close();
        neighbours.close();
        kafka.close();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void whatAnInstanceDidWhenItWasKilledIsTakenUpAndNothingIsDoneTwice() {
        SuiteClient killed = started.getFirst().client();
        SuiteClient left = started.getLast().client();
        marketIsAt("0.6000");
        neighbours.risk.answers(this::risk);
        buy(killed);
        neighbours.size("100");
        String notBegun = pending(killed, "not-begun");
        String begun = pending(killed, "begun");

        holds.set(true);
        approve(killed, begun);
        await().atMost(PATIENCE).until(() -> orders("begun").equals(List.of("NEW")));
        neighbours.brain.answers(call -> call.path().endsWith("/decide") ? held() : prices());
        approve(killed, notBegun);
        await().atMost(PATIENCE)
                .until(() -> state(notBegun).equals("APPROVED")
                        && !neighbours.decisions().isEmpty());
        String flatten = flatten(left);
        await().atMost(PATIENCE).until(() -> closing().equals(List.of("NEW")));
        assertThat(tradingState).as("it gave way").hasValue("REDUCE_ONLY");

        isKilled.set(true);
        started.getFirst().kill();
        neighbours.brain.answers(
                call -> call.path().endsWith("/decide") ? Neighbours.decision(SignalAction.BUY, call) : prices());

        assertThatApprovedTradesAreEnded(left, notBegun, begun);
        assertThatPositionIsClosedOnce(left, flatten);
    }

    private void assertThatApprovedTradesAreEnded(SuiteClient left, String notBegun, String begun) {
        await().atMost(PATIENCE)
                .until(() ->
                        state(notBegun).equals("NOT_EXECUTED") && state(begun).equals("NOT_EXECUTED"));
        for (String id : List.of(notBegun, begun)) {
            JsonNode approval = approver(left).get(APPROVALS + id).json();
            assertThat(approval.path("decided_by").asString()).isEqualTo("bob");
            assertThat(approval.at("/changes/0/code").asString()).isEqualTo("INTERRUPTED");
            assertThat(approver(left)
                            .post(APPROVALS + id + "/approve", ApprovalsIT.REASON)
                            .status())
                    .as("it is not carried out a second time")
                    .isEqualTo(409);
        }
        assertThat(orders("not-begun")).isEmpty();
        assertThat(orders("begun")).containsExactly("CANCELLED");
        assertThat(jdbc.sql("SELECT count(*) FROM order_fill f JOIN trade_order o ON o.id = f.order_id"
                                + " WHERE o.account_id <> 'halted'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(approver(left)
                        .get("/actuator/health")
                        .json()
                        .at("/components/approvals/details/interrupted")
                        .intValue())
                .isZero();
    }

    private void assertThatPositionIsClosedOnce(SuiteClient left, String flatten) {
        await().atMost(PATIENCE).until(() -> left.with("trade:read")
                .get("/api/v1/orchestrator/stops/" + flatten)
                .json()
                .path("state")
                .asString()
                .equals("done"));
        assertThat(closing()).containsExactlyInAnyOrder("CANCELLED", "FILLED");
        assertThat(jdbc.sql("SELECT coalesce(sum(lots), 0) FROM paper_position WHERE account_id = 'halted'")
                        .query(BigDecimal.class)
                        .single())
                .isZero();
        assertThat(orders("halted")).as("what protected it is gone").doesNotContain("SUBMITTED", "NEW");
        assertThat(tradingState).as("it was halted before").hasValue("HALTED");
    }

    /** An account that holds a position, and is halted then. */
    private void buy(SuiteClient client) {
        neighbours.size("1");
        Answer bought = client.with("trade:read", "trade:execute")
                .post(
                        OrchestratorTest.EXECUTE,
                        """
                        {"symbol":"NZDUSD","current_price":0.6000,"stop_loss_pips":50,"risk_percent":2,\
                        "account_id":"halted","auto_execute":true}""");
        assertThat(bought.json().at("/execution_result/status").asString())
                .as(bought.text())
                .isEqualTo("filled");
    }

    private static String flatten(SuiteClient client) {
        return client.with("trade:read", "risk:admin")
                .post(
                        "/api/v1/orchestrator/stop",
                        """
                        {"level":"flatten","scope":"account","id":"halted","reason":"the feed is wrong"}""")
                .json()
                .path("stop_id")
                .asString();
    }

    /** Keeps the state of the account. The instance that is left gets no answer about it as long as the other lives. */
    private Neighbour.Reply risk(Neighbour.Call call) {
        boolean isOfTheKilled = !call.header("Host").startsWith(OTHER_HOST);
        if (call.path().endsWith("/trading-state")) {
            return isOfTheKilled || isKilled.get() ? tradingState(call) : Neighbour.Reply.problem(503, "NOT_READY");
        }
        return call.path().endsWith("/reservations") && isOfTheKilled && holds.get()
                ? held()
                : Neighbours.reserved(call);
    }

    private Neighbour.Reply tradingState(Neighbour.Call call) {
        boolean isChange = call.method().equals("PUT");
        if (isChange) {
            String wanted = call.body().path("state").asString();
            if (wanted.equals("HALTED") || !call.body().path("only_stricter").asBoolean()) {
                tradingState.set(wanted);
            }
        }
        String info =
                """
                {"scope":"ACCOUNT","id":"halted","state":"%s","cause":"an audit","changed_by":"bob",\
                "changed_at":"2026-01-05T10:00:00Z"}"""
                        .formatted(tradingState.get());
        return Neighbour.Reply.ok(isChange ? info : "[" + info + "]");
    }

    private static Neighbour.Reply prices() {
        return Neighbours.prices("NZDUSD", "0.6000");
    }

    private List<String> closing() {
        return jdbc.sql("SELECT status FROM trade_order WHERE account_id = 'halted' AND reduce_only AND type ="
                        + " 'MARKET'")
                .query(String.class)
                .list();
    }

    /** Never answers while the process lives. */
    private Neighbour.Reply held() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Neighbour.Reply.problem(503, "NOT_READY");
    }

    private String pending(SuiteClient client, String account) {
        Answer answer = client.with("trade:read", "trade:execute")
                .post(
                        OrchestratorTest.EXECUTE,
                        """
                        {"symbol":"NZDUSD","current_price":0.6000,"stop_loss_pips":50,"risk_percent":2,\
                        "account_id":"%s","auto_execute":true}"""
                                .formatted(account));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        neighbours.brain.forgetCalls();
        return answer.json().at("/execution_result/approval_id").asString();
    }

    /** Its answer never comes. */
    private void approve(SuiteClient client, String id) {
        threads.execute(() -> {
            try {
                approver(client).post(APPROVALS + id + "/approve", ApprovalsIT.REASON);
            } catch (RuntimeException _) {
                // The process is gone.
            }
        });
    }

    private static SuiteClient approver(SuiteClient client) {
        return client.as("bob", List.of(), "approve", "trade:read", "admin");
    }

    private String state(String approval) {
        return jdbc.sql("SELECT state FROM approval WHERE id = ?")
                .param(UUID.fromString(approval))
                .query(String.class)
                .single();
    }

    private List<String> orders(String account) {
        return jdbc.sql("SELECT status FROM trade_order WHERE account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }

    private void marketIsAt(String price) {
        jdbc.sql("INSERT INTO market_price (symbol, price, priced_at) VALUES ('NZDUSD', ?::numeric, now())")
                .param(price)
                .update();
    }

    /** Risk knows it by the name it calls risk by. */
    private String[] argumentsOfTheOther() {
        return Stream.of(arguments())
                .map(argument -> argument.replace(
                        neighbours.risk.url(), neighbours.risk.url().replace("127.0.0.1", OTHER_HOST)))
                .toArray(String[]::new);
    }

    /** Two seconds of silence, and an instance is taken for dead. */
    private String[] arguments() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "suite.orchestrator.warm-up", "0s",
                "suite.orchestrator.price-shared-for", "0s",
                "suite.orchestrator.approval.above", "5000000",
                "suite.orchestrator.approval.grace", "2s",
                "suite.orchestrator.approval.sweep", "300ms",
                "suite.orchestrator.cycles.schedule.poll", "200ms",
                "suite.orchestrator.instance.heartbeat", "500ms",
                "suite.orchestrator.instance.lease", "2s"));
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("suite.orchestrator.reconciliation.interval", "500ms");
        settings.put("suite.orchestrator.reconciliation.grace", "1s");
        settings.put("suite.orchestrator.stops.interval", "200ms");
        settings.put("suite.orchestrator.stops.pause", "100ms");
        settings.put("suite.orchestrator.stops.longest-pause", "300ms");
        settings.put("suite.orchestrator.stops.lease", "2s");
        for (String service : List.of("brain", "sizing", "risk", "ledger")) {
            settings.put("suite.services.%s.timeout".formatted(service), "60s");
        }
        neighbours.settings((name, value) -> settings.put(name, String.valueOf(value.get())));
        return TestServices.arguments(SCHEMA, settings);
    }
}
