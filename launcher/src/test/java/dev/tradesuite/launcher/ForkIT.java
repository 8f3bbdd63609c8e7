package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.postgres.PostgresPart;
import dev.tradesuite.launcher.service.SuiteService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The suite with a process for each service, and what is left of a trade when one of them is killed in the middle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class ForkIT {

    private static final String ORCHESTRATOR = "orchestrator-service";
    private static final String ORDERS = "/api/v1/orchestrator/orders?account=main";
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The broker takes this long to fill, so that there is time to kill the orchestrator in between. */
    private static final String SLOW_BROKER = "services.orchestrator.suite.orchestrator.brokers.paper.latency: 8s";

    /** Seven processes start on what may be two processors; the first calls between them may be slow. */
    private static final String PATIENT_CALLS = "services.all.suite.services.%s.timeout: 20s";

    private SuiteProcess suite;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        suite = new SuiteProcess(
                        folder,
                        SLOW_BROKER,
                        PATIENT_CALLS.formatted("brain"),
                        PATIENT_CALLS.formatted("sizing"),
                        PATIENT_CALLS.formatted("risk"),
                        PATIENT_CALLS.formatted("ledger"))
                .up("--fork");
    }

    @AfterAll
    void stop() throws IOException {
        suite.close();
    }

    @Test
    @Order(1)
    void givesEachServiceAProcessOfItsOwn() {
        List<Long> processes = usual().stream()
                .map(service -> suite.process(service.name()).pid())
                .toList();

        assertThat(processes)
                .doesNotHaveDuplicates()
                .doesNotContain(suite.state().launcher().pid());
    }

    @Test
    @Order(2)
    void tradeThatIsInterruptedBetweenReservationAndFillLeavesOneOrderNoReservationAndBalancedBooks() throws Exception {
        String[] key = {"Idempotency-Key", "killed-in-the-middle"};
        // The first calls take longer than the broker does.
        suite.get(ORDERS);
        reservation(UUID.randomUUID().toString());
        CompletableFuture<HttpResponse<String>> request = suite.postLater(Trades.EXECUTE, Trades.BUY_EURUSD, key);
        String order = orderWithReservation();
        ProcessHandle killed = suite.process(ORCHESTRATOR);

        killed.destroyForcibly();

        assertThat(request.handle((answer, failure) -> failure != null || answer.statusCode() >= 500)
                        .get())
                .as("the caller is not told that all went well")
                .isTrue();
        awaitRestart(killed);
        assertThat(suite.console()).contains(ORCHESTRATOR + "            ended    it is started again in 1 s");

        await().atMost(PATIENCE).until(() -> "RELEASED".equalsIgnoreCase(reservation(order)));
        JsonNode orders = suite.get(ORDERS).json().path("orders");
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).path("order_id").asString()).isEqualTo(order);
        assertThat(orders.get(0).path("status").asString()).isEqualTo("cancelled");
        assertThat(orders.get(0).at("/reason/code").asString()).isEqualTo("INTERRUPTED");
        assertThat(suite.get("/api/v1/risk/accounts/main")
                        .json()
                        .path("reserved_loss")
                        .decimalValue())
                .isEqualByComparingTo("0");
        assertBooks(0);

        Answer repeat = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD, key);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json().at("/execution_result/order_id").asString()).isEqualTo(order);
        assertThat(suite.get(ORDERS).json().path("orders")).hasSize(1);
    }

    @Test
    @Order(3)
    void tradesAsBeforeAfterTheRestart() throws Exception {
        Answer execution = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD);

        assertThat(execution.json().at("/execution_result/status").asString())
                .as(execution.json().toString())
                .isEqualTo("filled");
        String order = execution.json().at("/execution_result/order_id").asString();
        await().atMost(PATIENCE)
                .until(() -> suite.get("/api/v1/accounts/main")
                                .json()
                                .path("positions")
                                .size()
                        == 1);
        await().atMost(PATIENCE).until(() -> "IN_BOOKS".equalsIgnoreCase(reservation(order)));
        assertBooks(1);
    }

    @Test
    @Order(4)
    void whatIsKilledIsToldOnThePageAndComesBackByItself(@TempDir Path folder) throws Exception {
        BrowserTests.assumePossible();

        BrowserTests.pass(
                suite,
                folder,
                Map.of(
                        "SUITE_SIGNALS_PID", pid("signals-api-service"),
                        "SUITE_GATEWAY_PID", pid("gateway-service"),
                        "SUITE_POSTGRESQL_PID", pid(PostgresPart.NAME)),
                "outages");
    }

    private String pid(String part) {
        return String.valueOf(suite.process(part).pid());
    }

    @Test
    @Order(5)
    void leavesNoProcessBehindWhenTheLauncherIsKilled() throws Exception {
        List<ProcessHandle> processes = suite.processes();
        // PostgreSQL has one beside those of the services.
        assertThat(processes).hasSize(usual().size() + 1);

        suite.kill();

        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ForkIT::isRunning));
    }

    private static List<SuiteService> usual() {
        return SuiteProcess.SERVICES.stream()
                .filter(service -> !service.onDemand())
                .toList();
    }

    /** Waits until the order in flight holds a reservation, and returns its id. */
    private String orderWithReservation() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            String order = suite.get(ORDERS)
                                    .json()
                                    .at("/orders/0/order_id")
                                    .asString("");
                            return "RESERVED".equalsIgnoreCase(reservation(order)) ? order : "";
                        },
                        order -> !order.isEmpty());
    }

    private String reservation(String order) throws IOException, InterruptedException {
        return order.isEmpty()
                ? ""
                : suite.getAsService("risk", "/api/v1/risk/reservations/" + order)
                        .json()
                        .path("status")
                        .asString("");
    }

    private void awaitRestart(ProcessHandle killed) {
        await().atMost(RESTART).until(() -> {
            PartState part = suite.state().part(ORCHESTRATOR).orElseThrow();
            return part.phase() == PartPhase.READY
                    && part.process() != null
                    && part.process().pid() != killed.pid();
        });
    }

    private void assertBooks(int trades) throws IOException, InterruptedException {
        JsonNode books = suite.get("/api/v1/accounts/main/reconciliation").json();
        assertThat(books.path("balanced").asBoolean()).as(books.toString()).isTrue();
        assertThat(books.path("trades").asInt()).isEqualTo(trades);
    }

    /** A process that has ended may stay listed until its parent collects it; it has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
