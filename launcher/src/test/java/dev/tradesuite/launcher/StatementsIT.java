package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.settings.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts the SQL statements that one execute costs over all services, what follows on Kafka included, in the log of
 * PostgreSQL itself.
 *
 * <p>Statements that also come while nothing is asked of the suite (schedules, heartbeats) do not count, nor do the
 * borders of transactions, nor what a pool says to a connection it opens.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final int MOST_STATEMENTS = 35;

    /** What is done every few minutes may fall into the moment that is counted, and not into each of these. */
    private static final int ROUNDS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]+|statement): (.*)");
    private static final Set<String> BORDERS = Set.of("BEGIN", "COMMIT", "ROLLBACK");
    private static final Pattern OF_A_NEW_CONNECTION =
            Pattern.compile("SET (SESSION search_path|application_name|SESSION CHARACTERISTICS).*");

    private SuiteProcess suite;
    private int seen;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        suite = new SuiteProcess(folder).up();
    }

    @AfterAll
    void stop() throws IOException {
        suite.close();
    }

    @Test
    void anExecuteCostsFewStatements() throws Exception {
        // What is done once, such as the first look at an instrument, is not what an execute costs.
        open("first");
        execute("first");
        close("first");

        List<String> fewest = counted("round-1");
        for (int round = 2; round <= ROUNDS && fewest.size() > MOST_STATEMENTS; round++) {
            List<String> counted = counted("round-" + round);
            fewest = counted.size() < fewest.size() ? counted : fewest;
        }

        assertThat(fewest.size())
                .as("statements of an execute:%n%s", table(fewest))
                .isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    /** The statements that an execute costs for an account of its own, which holds nothing before and after. */
    private List<String> counted(String account) throws Exception {
        open(account);
        analyze(account);

        logStatements(true);
        long quietFrom = position();
        await().pollDelay(IDLE).atMost(PATIENCE).until(() -> true);
        Set<String> idle = new HashSet<>(statements(quietFrom));
        long from = position();
        execute(account);
        awaitFollowers(from, idle);
        List<String> counted = statements(from);
        logStatements(false);

        counted.removeIf(idle::contains);
        // The monitoring follows an account every few seconds, however many executes have changed it.
        counted.removeIf(statement -> statement.contains("monitored_account"));
        close(account);
        return counted;
    }

    /** The next fill would mark what is held. */
    private void close(String account) throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(() -> positions(account) == 1);
        Answer close = suite.post(
                "/api/v1/orchestrator/positions/EURUSD/close",
                "{\"account_id\": \"%s\", \"current_price\": 1.0835}".formatted(account));
        assertThat(close.status()).as(close.json().toString()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> positions(account) == 0);
    }

    private void open(String account) throws IOException, InterruptedException {
        Answer answer = suite.post(
                "/api/v1/accounts",
                """
                {"id": "%s", "name": "%s", "currency": "USD", "initial_balance": 10000}
                """
                        .formatted(account, account));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    private int positions(String account) throws IOException, InterruptedException {
        return suite.get("/api/v1/accounts/" + account).json().path("positions").size();
    }

    /** The limits of an account are asked for every now and then, not with each trade. */
    private void analyze(String account) throws IOException, InterruptedException {
        Answer answer = suite.post(
                Trades.ANALYZE, Trades.BUY_EURUSD.replaceFirst("\\{", "{\"account_id\": \"%s\",".formatted(account)));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private void execute(String account) throws IOException, InterruptedException {
        Answer answer = suite.post(
                Trades.EXECUTE, Trades.BUY_EURUSD.replaceFirst("\\{", "{\"account_id\": \"%s\",".formatted(account)));
        assertThat(answer.json().at("/execution_result/status").asString())
                .as(answer.json().toString())
                .isEqualTo("filled");
    }

    /** Waits until nothing follows any more: no statement but those of an idle suite. */
    private void awaitFollowers(long from, Set<String> idle) {
        await().atMost(PATIENCE).during(QUIET).until(() -> {
            List<String> since = statements(from);
            since.removeIf(idle::contains);
            boolean quiet = since.size() == seen;
            seen = since.size();
            return quiet;
        });
    }

    private long position() throws IOException {
        return Files.size(suite.home().log("postgresql"));
    }

    /** The texts of the statements that the log has got since then. */
    private List<String> statements(long from) throws IOException {
        byte[] log = Files.readAllBytes(suite.home().log("postgresql"));
        return new String(log, (int) from, (int) (log.length - from), StandardCharsets.UTF_8)
                .lines()
                .map(STATEMENT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .filter(text -> !BORDERS.contains(text))
                .filter(text -> !OF_A_NEW_CONNECTION.matcher(text).matches())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void logStatements(boolean on) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(suite.port(Ports.POSTGRES));
        String password = Secrets.loadOrCreate(suite.home().secrets()).get(Secret.POSTGRES_ADMIN);
        try (Connection admin = DriverManager.getConnection(url, "postgres", password);
                Statement statement = admin.createStatement()) {
            statement.execute("ALTER SYSTEM SET log_statement = '%s'".formatted(on ? "all" : "none"));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static String table(List<String> statements) {
        return statements.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(line -> "%4d %s".formatted(line.getValue(), line.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
