package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.SuiteProcess.Outcome;
import dev.tradesuite.launcher.home.RunState.PartState;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole suite in one JVM, as {@code ./suite up} runs it. The tests follow one another like a first day with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path folder;
    private SuiteProcess suite;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        suite = new SuiteProcess(temporary).up();
    }

    @AfterAll
    void stop() throws IOException {
        suite.close();
    }

    @Test
    @Order(1)
    void namesEveryPartWhenItIsReady() throws IOException, InterruptedException {
        List<String> parts = new ArrayList<>(List.of("postgresql", "kafka", "issuer"));
        SuiteProcess.SERVICES.stream()
                .filter(service -> !service.onDemand())
                .forEach(service -> parts.add(service.name()));

        assertThat(suite.state().parts()).extracting(PartState::name).containsExactlyElementsOf(parts);
        for (String part : parts) {
            assertThat(suite.console()).containsPattern("(?m)^  %s +ready ".formatted(part));
        }
        assertThat(suite.console())
                .contains("All %d parts are ready after".formatted(parts.size()), "TOKEN=$(./suite token)")
                .doesNotContain("Exception", "WARN");

        Outcome status = suite.run("status");
        assertThat(status.exit()).as(status.out()).isZero();
        assertThat(status.out()).contains("The suite is ready").contains(parts);
    }

    @Test
    @Order(2)
    void doesNotStartTwiceOnOneFolder() throws IOException, InterruptedException {
        Outcome second = suite.run("up");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .hasLineCount(1)
                .contains(
                        "a suite already runs on",
                        "(process %d)".formatted(suite.state().launcher().pid()));
    }

    @Test
    @Order(3)
    void importsAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("bars.csv"),
                """
                time,open,high,low,close,volume
                2024-01-02 10:00,1.1000,1.1010,1.0990,1.1005,100
                2024-01-02 10:05,1.1005,1.1015,1.0995,1.1010,100
                2024-01-02 10:10,1.1010,1.1000,1.0990,1.1010,100
                """);

        Outcome outcome = suite.run("import", file.toString(), "--timeframe", "M5", "--symbol", "EURUSD");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains("stored 2", "refused 1", "RANGE_BROKEN 1")
                .anyMatch(line -> line.startsWith("EURUSD 2 0 0 0"));

        Outcome refused = suite.run("import", file.toString(), "--timeframe", "M5");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("the import was refused", "symbol");
    }

    @Test
    @Order(4)
    void executesATradeThatShowsInTheBooksAndOnKafka() throws Exception {
        Answer analysis = suite.post(Trades.ANALYZE, Trades.BUY_EURUSD);
        assertThat(analysis.status()).isEqualTo(200);
        assertThat(analysis.json().path("decision").asString())
                .as(analysis.json().toString())
                .isEqualTo("PROCEED");
        assertThat(analysis.json().path("lot_size").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(analysis.json().path("workflow").path("risk_checks")).hasSize(6);

        Answer execution = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD);
        assertThat(execution.json().at("/execution_result/status").asString())
                .as(execution.json().toString())
                .isEqualTo("filled");

        await().atMost(PATIENCE).until(() -> positions() == 1);
        assertThat(suite.get("/api/v1/accounts/main/reconciliation")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
        String order = execution.json().at("/execution_result/order_id").asString();
        await().atMost(PATIENCE).until(() -> suite.kafka().everything("orders.events").stream()
                .anyMatch(event -> event.contains("order.filled") && event.contains(order)));
    }

    /** Over Kafka: the day begins 2,000 higher, and so does the highest equity, so that it is no profit. */
    @Test
    @Order(5)
    void cashPaidIntoAnAccountReachesRisk() throws Exception {
        JsonNode before = risk();

        Answer paid = suite.post(
                "/api/v1/accounts/main/cash-flows",
                """
                {"kind": "deposit", "amount": 2000, "reason": "Savings"}
                """);

        assertThat(paid.status()).as(paid.json().toString()).isEqualTo(200);
        BigDecimal dayStart = figure(before, "day_start_equity").add(new BigDecimal("2000"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(figure(risk(), "day_start_equity"))
                .isEqualByComparingTo(dayStart));
        assertThat(figure(risk(), "high_water_mark"))
                .isGreaterThanOrEqualTo(figure(before, "high_water_mark").add(new BigDecimal("2000")));
        // A profit or a loss of the open position aside, which is far less.
        assertThat(figure(risk(), "equity").subtract(figure(before, "equity")))
                .isBetween(new BigDecimal("1500"), new BigDecimal("2500"));
    }

    /** 0.20 lots at 1.0800 hold 432 of margin or more; a half of it is withdrawn too much. */
    @Test
    @Order(6)
    void marginOfAPendingOrderIsNotWithdrawn() throws Exception {
        Answer waiting = suite.post(
                Trades.EXECUTE,
                Trades.BUY_EURUSD
                        .replaceFirst("\\{", "{\"order_type\": \"limit\", \"limit_price\": 1.08,")
                        .replace("\"risk_percent\": 2.0", "\"risk_percent\": 1.0"));
        assertThat(waiting.json().at("/execution_result/status").asString())
                .as(waiting.json().toString())
                .isEqualTo("submitted");
        BigDecimal reserved = figure(risk(), "reserved_margin");
        assertThat(reserved).isGreaterThan(new BigDecimal("400"));

        JsonNode account = suite.get("/api/v1/accounts/main").json();
        BigDecimal free = figure(account, "equity").subtract(figure(account, "margin_used"));
        BigDecimal tooMuch = free.subtract(reserved.divide(BigDecimal.TWO)).setScale(2, RoundingMode.DOWN);
        Answer refused = suite.post(
                "/api/v1/accounts/main/cash-flows",
                """
                {"kind": "withdrawal", "amount": %s, "reason": "Too much"}
                """
                        .formatted(tooMuch.toPlainString()));

        assertThat(refused.status()).as(refused.json().toString()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("INSUFFICIENT_FREE_MARGIN");
        assertThat(refused.json().path("detail").asString()).contains("held for pending orders");
    }

    private JsonNode risk() throws IOException, InterruptedException {
        return suite.get("/api/v1/risk/accounts/main").json();
    }

    private static BigDecimal figure(JsonNode of, String name) {
        return of.path(name).decimalValue();
    }

    @Test
    @Order(7)
    void stopsEverythingAndFindsItsStateAgain() throws Exception {
        List<ProcessHandle> processes = suite.processes();
        assertThat(processes).isNotEmpty();

        assertThat(suite.stop()).isEqualTo(new Outcome(0, "The suite is stopped.", ""));

        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(SuiteIT::isRunning));
        assertThat(suite.console())
                .containsSubsequence(
                        "gateway-service                 stopped",
                        "brain-service                   stopped",
                        "kafka                           stopped",
                        "postgresql                      stopped",
                        "Everything is stopped.");
        assertThat(suite.run("status").exit()).isEqualTo(3);

        suite.up();
        assertThat(positions()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void leavesNothingBehindWhenItIsKilled() throws Exception {
        List<ProcessHandle> processes = suite.processes();

        suite.kill();

        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(SuiteIT::isRunning));
        assertThat(suite.run("stop").exit()).isZero();
    }

    private int positions() throws IOException, InterruptedException {
        return suite.get("/api/v1/accounts/main").json().path("positions").size();
    }

    /** A process that has ended may stay listed until its parent collects it; it has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
