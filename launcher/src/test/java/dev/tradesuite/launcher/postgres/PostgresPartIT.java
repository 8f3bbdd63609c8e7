package dev.tradesuite.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.port.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("this process")
class PostgresPartIT {

    private SuiteHome home;
    private Secrets secrets;
    private PostgresPart postgres;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        home = new SuiteHome(folder);
        home.prepare();
        secrets = Secrets.loadOrCreate(home.secrets());
        postgres = part();
        postgres.start();
    }

    @AfterAll
    void stop() throws Exception {
        postgres.stop();
    }

    private PostgresPart part() {
        return new PostgresPart(
                home, FreePorts.find(1).getFirst(), secrets, Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    private String ask(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.address(), "suite", secrets.get(Secret.POSTGRES_SUITE));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void tell(String command) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.address(), "suite", secrets.get(Secret.POSTGRES_SUITE));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void keepsCommitsThroughAPowerFailureAndStaysOnLoopback() throws SQLException {
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask("SHOW max_connections")).isEqualTo("200");
        assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void wantsThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.address(), "suite", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void findsItsDataAgainAfterARestart() throws Exception {
        tell("CREATE TABLE kept AS SELECT 42 AS answer");

        postgres.stop();
        assertThat(postgres.process()).isEmpty();
        postgres = part();
        postgres.start();

        assertThat(ask("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void stopsTheServerThatAKilledRunLeftBehind() throws Exception {
        tell("CREATE TABLE left_over AS SELECT 1 AS one");
        ProcessHandle old = postgres.process().orElseThrow();

        PostgresPart next = part();
        next.start();

        assertThat(next.process().orElseThrow().pid()).isNotEqualTo(old.pid());
        postgres = next;
        assertThat(ask("SELECT one FROM left_over")).isEqualTo("1");
    }

    @Test
    void isNotMisledByAProcessThatGotTheNumberOfADeadServer() throws Exception {
        postgres.stop();
        Path pidFile = home.postgres().resolve("data/postmaster.pid");
        Files.writeString(
                pidFile,
                "%d\n%s\n0\n1\n\n127.0.0.1\n\n"
                        .formatted(ProcessHandle.current().pid(), pidFile.getParent()));

        postgres.start();

        assertThat(ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysThatDataAndSecretsDoNotBelongTogether() throws IOException, InterruptedException {
        Path other = Files.createTempFile("secrets", ".properties");
        PostgresPart stranger = new PostgresPart(
                home,
                FreePorts.find(1).getFirst(),
                Secrets.loadOrCreate(other),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30));
        postgres.stop();
        try {
            assertThatThrownBy(stranger::start)
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("secrets.properties and the data folder do not belong together");
        } finally {
            stranger.stop();
            Files.delete(other);
            postgres.start();
        }
    }
}
