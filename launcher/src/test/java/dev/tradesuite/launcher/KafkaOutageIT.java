package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.kafka.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kafka's disk is full, and then its log is damaged: trading goes on, Kafka comes back, and every event with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CLOSE = "/api/v1/orchestrator/positions/EURUSD/close";

    /** The books ask for fills while no event tells of them. */
    private static final String ASK_OFTEN = "services.ledger.suite.ledger.catch-up-interval: 2s";

    private SuiteProcess suite;
    private SmallDisk disk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        disk = SmallDisk.mountedAt(folder.resolve(".suite").resolve("kafka"), 96);
        suite = new SuiteProcess(folder, ASK_OFTEN).up();
    }

    @AfterAll
    void stop() throws Exception {
        if (suite != null) {
            suite.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    @Order(1)
    void tradesExitsAndHaltsGoOnWithoutKafka() throws Exception {
        disk.fill();
        awaitPhase(PartPhase.FAILED);

        String order = execute();
        await("position by the fills the books ask for").atMost(PATIENCE).until(() -> positions() == 1);

        Answer close = suite.post(CLOSE, "{\"account_id\": \"main\", \"current_price\": 1.0835}");
        assertThat(close.status()).as(close.json().toString()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> positions() == 0);

        assertThat(state("HALTED").status()).isEqualTo(200);
        Answer denied = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD);
        assertThat(denied.json().toString()).contains("TRADING_HALTED");
        assertThat(state("ACTIVE").status()).isEqualTo(200);

        Answer cancel = cancelAWorkingOrder();
        assertThat(cancel.status()).as(cancel.json().toString()).isEqualTo(200);
        assertThat(suite.run("status").exit()).as("a part does not answer").isEqualTo(1);
        assertThat(ready("orchestrator") && ready("ledger") && ready("risk"))
                .as("nobody needs Kafka to answer")
                .isTrue();

        disk.free();
        awaitPhase(PartPhase.READY);
        awaitOnKafka(order);
        assertThat(suite.console()).contains("kafka                           ended");
        await("risk has heard of the close").atMost(PATIENCE).until(this::nothingIsHeld);
    }

    @Test
    @Order(2)
    void logThatIsDamagedIsMovedAwayAndTheEventsGoToANewOne() throws Exception {
        disk.fill();
        awaitPhase(PartPhase.FAILED);
        spoil(suite.home().kafka().resolve("__cluster_metadata-0"), "orders.events");
        String order = execute();

        disk.free();
        awaitPhase(PartPhase.READY);

        awaitOnKafka(order);
        await().atMost(PATIENCE).until(() -> positions() == 1);
        assertThat(suite.console()).contains("the whole log was moved to");
        Answer books = suite.get("/api/v1/accounts/main/reconciliation");
        assertThat(books.json().path("balanced").asBoolean())
                .as(books.json().toString())
                .isTrue();
    }

    private String execute() throws IOException, InterruptedException {
        Answer execution = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD);
        assertThat(execution.json().at("/execution_result/status").asString())
                .as(execution.json().toString())
                .isEqualTo("filled");
        return execution.json().at("/execution_result/order_id").asString();
    }

    private boolean nothingIsHeld() throws IOException, InterruptedException {
        JsonNode account = suite.get("/api/v1/risk/accounts/main").json();
        return account.path("reserved_loss").decimalValue().signum() == 0
                && account.path("margin_used").decimalValue().signum() == 0;
    }

    private int positions() throws IOException, InterruptedException {
        return suite.get("/api/v1/accounts/main").json().path("positions").size();
    }

    private Answer state(String wanted) throws IOException, InterruptedException {
        return suite.send(
                "PUT",
                "/api/v1/risk/trading-state",
                "{\"scope\": \"ACCOUNT\", \"id\": \"main\", \"state\": \"%s\", \"reason\": \"a test\"}"
                        .formatted(wanted)
                        .getBytes(StandardCharsets.UTF_8),
                "application/json");
    }

    private Answer cancelAWorkingOrder() throws IOException, InterruptedException {
        Answer placed = suite.post(
                "/api/v1/orchestrator/orders",
                """
                {"symbol": "EURUSD", "side": "BUY", "units": 10000, "type": "limit", "limit_price": 1.08,
                 "current_price": 1.0835, "stop_loss": {"price": 1.075}}
                """);
        String order = placed.json().at("/execution_result/order_id").asString("");
        assertThat(order).as(placed.json().toString()).isNotEmpty();
        return suite.post("/api/v1/orchestrator/orders/%s/cancel".formatted(order), "{}");
    }

    private boolean ready(String service) {
        return dev.tradesuite.launcher.client.Health.isReady("http://localhost:" + suite.port(service));
    }

    private void awaitPhase(PartPhase wanted) {
        await("kafka " + wanted).atMost(PATIENCE).until(() -> suite.state()
                .part(KafkaPart.NAME)
                .map(PartState::phase)
                .filter(wanted::equals)
                .isPresent());
    }

    private void awaitOnKafka(String order) {
        await("event of order " + order).atMost(PATIENCE).until(() -> suite.kafka().everything("orders.events").stream()
                .anyMatch(event -> event.contains("order.filled") && event.contains(order)));
    }

    /** Changes one bit of the text in the first segment it stands in. */
    private static void spoil(Path partition, String text) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(partition)) {
            segments = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
        for (Path segment : segments) {
            byte[] bytes = Files.readAllBytes(segment);
            int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
            if (place >= 0) {
                SmallDisk.flipBit(segment, place);
                return;
            }
        }
        throw new IllegalStateException(text + " stands nowhere in " + partition);
    }
}
