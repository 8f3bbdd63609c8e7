package dev.tradesuite.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestServices;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @Test
    void whatAServiceDoesNotDeclareIsLeftOutAlthoughItIsOnTheClassPath() {
        try (ConfigurableApplicationContext one = run("--server.port=0", "--suite.features=security");
                ConfigurableApplicationContext other = run("--server.port=0", "--suite.features=")) {
            assertThat(one.getBeanNamesForType(JwtDecoder.class)).hasSize(1);
            for (Class<?> left : List.of(DataSource.class, PlatformTransactionManager.class, KafkaTemplate.class)) {
                assertThat(one.getBeanNamesForType(left)).isEmpty();
            }
            assertThat(one.getBeanDefinitionNames())
                    .noneMatch(name -> name.contains("outbox") || name.contains("resilience4j"));
            assertThat(other.isRunning()).isTrue();
            // Two services in one process keep their meters apart.
            assertThat(Metrics.globalRegistry.getRegistries()).isEmpty();
        }
    }

    @Test
    void settingsOfAHostingProgramWinOverTheDefaults() {
        try (ConfigurableApplicationContext service = SuiteApplication.builder(BareApplication.class, "bare-service")
                .properties("suite.max-body=7KB", "suite.features=security", "server.port=0")
                .run()) {
            assertThat(service.getEnvironment().getProperty("suite.max-body")).isEqualTo("7KB");
            assertThat(service.getEnvironment().getProperty("suite.services.risk.url"))
                    .isEqualTo("http://localhost:8009");
            assertThat(service.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void jsonLogsNameTheService(CapturedOutput output) {
        run("--server.port=0", "--suite.features=", "--suite.logging.json=true").close();

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.startsWith("{"))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"service\":\"bare-service\""));
    }

    @Test
    void unknownFeatureIsToldWithTheKnownOnes(CapturedOutput output) {
        fails("--suite.features=security,databse");

        assertThat(output)
                .contains("suite.features contains 'databse', which is no feature.")
                .contains("Use any of: database, messaging, security, http-clients, gateway, issuer.");
        hasNoStackTrace(output);
    }

    @Test
    void missingFeaturesAreToldWithTheFile(CapturedOutput output) {
        fails();

        assertThat(output).contains("suite.features is not set in bare-service.yml.");
        hasNoStackTrace(output);
    }

    @Test
    void messagingWithoutADatabaseIsToldWithTheReason(CapturedOutput output) {
        fails("--suite.features=messaging");

        assertThat(output).contains("suite.features contains messaging without database.");
        hasNoStackTrace(output);
    }

    @Test
    void missingSecretIsTold(CapturedOutput output) {
        fails("--suite.features=http-clients");

        assertThat(output).contains("suite.service-client.secret is not set.");
        hasNoStackTrace(output);
    }

    @Test
    void secretEverybodyKnowsIsToldBeforeItIsUsed(CapturedOutput output) {
        fails("--suite.features=database", "--spring.datasource.password=trial-database-password");

        assertThat(output)
                .contains("spring.datasource.password is a secret of the trial configuration, which everybody knows.")
                .contains("deploy/make-secrets", "SUITE_TRIAL_SECRETS=allow");
        hasNoStackTrace(output);
    }

    @Test
    void databaseThatIsAwayIsToldWithItsAddress(CapturedOutput output) {
        String url = "jdbc:postgresql://127.0.0.1:%d/suite".formatted(TestBroker.freePort());

        fails(
                "--suite.features=database",
                "--spring.datasource.url=" + url,
                "--spring.datasource.password=own",
                "--spring.datasource.hikari.connection-timeout=300");

        assertThat(output)
                .contains("The database at %s does not answer.".formatted(url))
                .contains("Start PostgreSQL there, or set spring.datasource.url to where it runs.");
        hasNoStackTrace(output);
    }

    @Test
    void missingDatabaseIsToldApartFromAMissingServer(CapturedOutput output) {
        String[] arguments = TestServices.arguments(
                "bare",
                Map.of(
                        "suite.features", "database",
                        "spring.datasource.hikari.connection-timeout", "300",
                        "spring.kafka.bootstrap-servers", "not.needed:9092"));
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--spring.datasource.url=")) {
                arguments[i] = arguments[i].replaceFirst("/postgres(\\?|$)", "/nowhere$1");
            }
        }

        fails(arguments);

        assertThat(output).contains("does not exist.");
        hasNoStackTrace(output);
    }

    @Test
    void busyPortIsTold(CapturedOutput output) throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fails("--suite.features=security", "--server.address=127.0.0.1", "--server.port=" + busy.getLocalPort());

            assertThat(output)
                    .contains("Web server failed to start. Port %d was already in use.".formatted(busy.getLocalPort()));
            hasNoStackTrace(output);
        }
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return SuiteApplication.run(BareApplication.class, "bare-service", arguments);
    }

    private static void fails(String... arguments) {
        assertThatThrownBy(() -> run(arguments).close()).isInstanceOf(RuntimeException.class);
    }

    private static void hasNoStackTrace(CapturedOutput output) {
        assertThat(output).doesNotContain("\tat ").contains("APPLICATION FAILED TO START");
    }
}
