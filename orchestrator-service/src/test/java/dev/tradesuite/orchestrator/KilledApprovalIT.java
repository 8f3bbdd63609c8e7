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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two processes share the approvals. One is killed while it carries out two trades that were just approved: one before
 * its order was opened, one after. The other ends both; neither is ever sent.
 */
class KilledApprovalIT {

    private static final String SCHEMA = "orchestrator_killed";
    private static final String APPROVALS = "/api/v1/approvals/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of its own: what a killed consumer had of the one that tests share would be missed by them for a while. */
    private final TestBroker.Embedded kafka = new TestBroker.Embedded(TestBroker.freePort());

    private final Neighbours neighbours = new Neighbours();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<TestProcess> started = new ArrayList<>();
    private TestBroker broker;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws IOException {
        broker = kafka.start();
        neighbours.agree();
        neighbours.size("100");
        jdbc = JdbcClient.create(TestServices.database(SCHEMA));
        jdbc.sql("CREATE SCHEMA " + SCHEMA).update();
        started.add(OrchestratorProcess.start("killed", arguments()));
        // The second waits for the migrations of the first.
        started.add(OrchestratorProcess.start("left", arguments()));
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
    void tradesWhoseInstanceIsKilledBetweenApprovalAndExecutionAreEndedAndNeverSent() {
        SuiteClient killed = started.getFirst().client();
        SuiteClient left = started.getLast().client();
        marketIsAt("0.6000");
        String notBegun = pending(killed, "not-begun");
        String begun = pending(killed, "begun");

        neighbours.risk.answers(call -> {
            if (call.path().endsWith("/reservations")) {
                return held();
            }
            return Neighbours.reserved(call);
        });
        approve(killed, begun);
        await().atMost(PATIENCE).until(() -> orders("begun").equals(List.of("NEW")));
        neighbours.brain.answers(
                call -> call.path().endsWith("/decide") ? held() : Neighbours.prices("NZDUSD", "0.6000"));
        approve(killed, notBegun);
        await().atMost(PATIENCE)
                .until(() -> state(notBegun).equals("APPROVED")
                        && !neighbours.decisions().isEmpty());

        started.getFirst().kill();
        neighbours.signal(SignalAction.BUY);
        neighbours.allow();

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
        assertThat(jdbc.sql("SELECT count(*) FROM order_fill")
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
        for (String service : List.of("brain", "sizing", "risk", "ledger")) {
            settings.put("suite.services.%s.timeout".formatted(service), "60s");
        }
        neighbours.settings((name, value) -> settings.put(name, String.valueOf(value.get())));
        return TestServices.arguments(SCHEMA, settings);
    }
}
