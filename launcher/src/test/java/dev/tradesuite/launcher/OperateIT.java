package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.SuiteProcess.Outcome;
import dev.tradesuite.launcher.backup.DataServers;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import dev.tradesuite.support.event.EventSignatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does with a whole suite: dead letters, a backup, the way back, an upgrade. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Integer.MAX_VALUE)
class OperateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private Path file;
    private SuiteProcess suite;
    private String order = "";

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        file = folder.resolve("before.zip");
        // The books shall hear of fills from Kafka alone.
        suite = new SuiteProcess(temporary, "suite.ledger.catch-up-interval: 1h").up();
    }

    @AfterAll
    void stop() throws IOException {
        suite.close();
    }

    private void tell(String statement) throws SQLException {
        DatabaseAccess database = new DatabaseAccess(
                "jdbc:postgresql://localhost:%d/suite".formatted(suite.port("postgres")),
                Secrets.loadOrCreate(suite.home().secrets()));
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private String buy() throws IOException, InterruptedException {
        Answer execution = suite.post(Trades.EXECUTE, Trades.BUY_EURUSD);
        assertThat(execution.json().at("/execution_result/status").asString())
                .as(execution.json().toString())
                .isEqualTo("filled");
        return execution.json().at("/execution_result/order_id").asString();
    }

    private int trades() throws IOException, InterruptedException {
        return reconciliation().path("trades").asInt();
    }

    private JsonNode reconciliation() throws IOException, InterruptedException {
        return suite.get("/api/v1/accounts/main/reconciliation").json();
    }

    private void awaitBooks(int trades) throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(() -> trades() == trades);
        await().atMost(PATIENCE).until(() -> reconciliation().path("balanced").asBoolean());
    }

    private JsonNode letters() throws IOException, InterruptedException {
        Outcome listed = suite.run("dead-letters", "list", "--json");
        assertThat(listed.exit()).as(listed.err()).isZero();
        return JsonMapper.shared().readTree(listed.out());
    }

    @Test
    @Order(1)
    void listsWhatAConsumerCouldNotHandleWithTheReason() throws Exception {
        tell("ALTER TABLE ledger.processed_event RENAME TO processed_event_away");

        order = buy();

        await().atMost(PATIENCE).until(() -> !letters().isEmpty());
        assertThat(trades()).isZero();
        JsonNode letter = letters().get(0);
        assertThat(letter.path("consumer").asString()).isEqualTo("ledger-service");
        assertThat(letter.path("reason").asString()).contains("processed_event");
        Outcome table = suite.run("dead-letters", "list");
        assertThat(table.out()).contains("ID", "REASON", letter.path("id").asString());
        Outcome shown =
                suite.run("dead-letters", "show", letter.path("id").asString().substring(0, 8));
        assertThat(shown.out())
                .contains(
                        "consumer  ledger-service",
                        "\"event_id\"",
                        letter.path("type").asString());
        assertThat(suite.run("dead-letters", "list", "--topic", "no.such").out())
                .contains("There are no dead letters.");
    }

    @Test
    @Order(2)
    void refusesWhatIsNotClear() throws Exception {
        assertThat(suite.run("dead-letters").err()).contains("say what to do: list, show, replay or drop");
        assertThat(suite.run("dead-letters", "replay").err()).contains("say which: ids, or --all");
        Outcome unknown = suite.run("dead-letters", "drop", "zzzz");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no dead letter 'zzzz'");
        assertThat(letters()).isNotEmpty();
    }

    @Test
    @Order(3)
    void sendsThemAgainAsTheFirstTimeAndTakesThemOffTheList() throws Exception {
        tell("ALTER TABLE ledger.processed_event_away RENAME TO processed_event");

        Outcome replayed = suite.run("dead-letters", "replay", "--all");

        assertThat(replayed.exit()).as(replayed.err()).isZero();
        assertThat(replayed.out()).startsWith("Sent again: ");
        awaitBooks(1);
        await().atMost(PATIENCE).until(() -> "IN_BOOKS".equalsIgnoreCase(reservation()));
        assertThat(letters()).isEmpty();
    }

    private String reservation() throws IOException, InterruptedException {
        return suite.getAsService("risk", "/api/v1/risk/reservations/" + order)
                .json()
                .path("status")
                .asString("");
    }

    /** Whoever has the password of Kafka makes nothing of it; with the secret of the events, nothing that cannot be. */
    @Test
    @Order(4)
    void believesNoFillThatIsForged() throws Exception {
        String fill = suite.kafka().everything("orders.events").stream()
                .filter(event -> event.contains("order.filled"))
                .findFirst()
                .orElseThrow();
        EventSignatures ours =
                EventSignatures.of(Secrets.loadOrCreate(suite.home().secrets()).get(Secret.EVENT_SIGNING), "");

        suite.kafka().forge("orders.events", forged(fill), _ -> {});
        suite.kafka()
                .forge("orders.events", forged(fill).replace("\"commission\":", "\"commission\":-99999"), ours::sign);

        await().atMost(PATIENCE).until(() -> reasons("ledger-service").size() == 2);
        assertThat(reasons("ledger-service").getFirst()).startsWith("EVENT_UNSIGNED");
        assertThat(reasons("ledger-service").getLast())
                .doesNotStartWith("EVENT_")
                .contains("commission");
        assertThat(trades()).isEqualTo(1);
        assertThat(reconciliation().path("balanced").asBoolean()).isTrue();

        // Replayed as they were, they are refused as before, and by each consumer once more for every letter.
        assertThat(suite.run("dead-letters", "replay", "--all").exit()).isZero();
        await().atMost(PATIENCE)
                .until(() -> reasons("ledger-service").size() >= 2
                        && !reasons("risk-service").isEmpty());
        assertThat(trades()).isEqualTo(1);
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> {
            suite.run("dead-letters", "drop", "--all");
            return letters().isEmpty();
        });
    }

    /** A fill of an order that nobody has. */
    private String forged(String fill) {
        JsonNode event = JsonMapper.shared().readTree(fill);
        return fill.replace(event.path("event_id").asString(), UUID.randomUUID().toString())
                .replace(event.at("/data/fill_id").asString(), UUID.randomUUID().toString())
                .replace(
                        event.at("/data/order_id").asString(), UUID.randomUUID().toString());
    }

    private List<String> reasons(String consumer) throws IOException, InterruptedException {
        return letters()
                .valueStream()
                .filter(letter -> letter.path("consumer").asString().equals(consumer))
                .map(letter -> letter.path("reason").asString())
                .toList();
    }

    @Test
    @Order(5)
    void backsUpARunningSuiteAndRestoresItsMoment() throws Exception {
        Outcome backup = suite.run("backup", file.toString());
        assertThat(backup.exit()).as(backup.err()).isZero();
        assertThat(backup.out()).startsWith("Written: " + file);
        assertThat(suite.run("restore", file.toString(), "--replace").err()).contains("a suite already runs on");
        buy();
        awaitBooks(2);
        suite.stop();

        Outcome refused = suite.run("restore", file.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("holds data already; --replace puts it aside");
        Outcome restored = suite.run("restore", file.toString(), "--replace");
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("Restored: the data of ", "What was there before is in ");
        Instant since = Instant.now();

        Outcome upgrade =
                suite.run("upgrade", "--backup", folder.resolve("upgrade.zip").toString());

        assertThat(upgrade.exit()).as(upgrade.out() + upgrade.err()).isZero();
        assertThat(upgrade.out()).contains("Schema ledger ", "All ", "Upgraded, and every part answers.");
        assertThat(folder.resolve("upgrade.zip")).exists();
        awaitBooks(1);
        order = buy();
        awaitBooks(2);
        // One of the forged fills may have come back once more after all were dropped.
        assertThat(letters().valueStream().map(letter -> letter.path("time").asString()))
                .allMatch(time -> Instant.parse(time).isBefore(since));
        suite.stop();
    }

    @Test
    @Order(6)
    void doesNotStartOnDataOfANewerBuild() throws Exception {
        try (DataServers servers = new DataServers(suite.home(), PATIENCE, PATIENCE);
                Connection connection = servers.database().connect()) {
            connection
                    .createStatement()
                    .execute("INSERT INTO ledger.flyway_schema_history (installed_rank, version, description, type,"
                            + " script, checksum, installed_by, execution_time, success)"
                            + " VALUES (999, '99', 'later', 'SQL', 'V99__later.sql', 1, 'suite', 1, true)");
        }

        Outcome up = suite.run("up");
        Outcome upgrade =
                suite.run("upgrade", "--backup", folder.resolve("newer.zip").toString());

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.err())
                .contains("ledger-service did not start. The schema ledger is at version 99, made by a newer build;")
                .contains("./suite restore FILE --replace");
        assertThat(upgrade.exit()).isEqualTo(1);
        assertThat(upgrade.err())
                .contains("the schema ledger is at version 99")
                .contains("To go back: ./suite stop, check out the version from before, ./suite restore ");
        assertThat(Files.exists(suite.home().state())).as("nothing runs").isFalse();
    }
}
