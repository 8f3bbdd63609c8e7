package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestProxy;
import dev.tradesuite.test.TestServices;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A database that freezes, is cut off, has no room or takes too long: told as such, and nothing hangs. */
class DatabaseOutageIT {

    private static final String READY = "/actuator/health/readiness";
    private static final String NOTES = "/api/v1/stored/notes";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestProxy proxy;
    private ConfigurableApplicationContext service;
    private SuiteClient client;

    @BeforeEach
    void start() {
        String[] plain = TestServices.arguments("database_outage", Map.of());
        URI database = URI.create(value(plain, "spring.datasource.url").substring("jdbc:".length()));
        proxy = TestProxy.of(database.getPort());
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:%d%s".formatted(proxy.port(), database.getPath()),
                // As long as the real ones stand to one another, only shorter.
                "spring.datasource.hikari.connection-timeout",
                "1000",
                "spring.datasource.hikari.validation-timeout",
                "500",
                "spring.datasource.hikari.data-source-properties.socketTimeout",
                "2",
                "spring.datasource.hikari.data-source-properties.options",
                "-c statement_timeout=1000"));
        service = SuiteApplication.run(
                SampleApplication.class, "sample-service", TestServices.arguments("database_outage", settings));
        client = SuiteClient.of(service).with("trade:read");
    }

    @AfterEach
    void stop() {
        proxy.thaw();
        service.close();
        proxy.close();
    }

    @Test
    void frozenDatabaseHoldsNobodyForGoodAndIsUsedAgainWhenItGoesOn() {
        assertThat(client.get(NOTES).status()).isEqualTo(200);

        proxy.freeze();
        // More than the pool has connections: the last wait for one.
        List<CompletableFuture<Answer>> waiting = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> client.get(NOTES)))
                .toList();

        assertThat(waiting.stream().map(CompletableFuture::join)).allSatisfy(this::isUnavailable);
        assertThat(client.get(READY).status()).isEqualTo(503);

        proxy.thaw();
        await().atMost(PATIENCE).until(() -> client.get(READY).status() == 200);
        await().atMost(PATIENCE).until(() -> client.get(NOTES).status() == 200);
    }

    @Test
    void databaseThatIsAwayIsAProblemAndNoErrorOfThisService() {
        proxy.close();

        isUnavailable(client.get(NOTES));
        assertThat(client.get(NOTES).as(Problem.class).detail()).startsWith("The database does not answer");
        assertThat(client.get(READY).status()).isEqualTo(503);
        assertThat(client.get("/actuator/health/liveness").status())
                .as("a restart of the service would not help")
                .isEqualTo(200);
    }

    @Test
    void fullDiskIsTold() {
        Answer answer = client.get("/api/v1/stored/full");

        isUnavailable(answer);
        assertThat(answer.as(Problem.class).detail()).startsWith("The disk of the database is full");
        assertThat(client.get(READY).status()).as("there is room").isEqualTo(200);
    }

    @Test
    void statementThatTakesTooLongIsEndedByTheDatabase() {
        Answer answer = client.get("/api/v1/stored/slow");

        isUnavailable(answer);
        assertThat(answer.as(Problem.class).detail()).startsWith("The database did not get to it in time");
        assertThat(client.get(NOTES).status()).isEqualTo(200);
    }

    private void isUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.as(Problem.class).code()).isEqualTo("DATABASE_UNAVAILABLE");
    }

    private static String value(String[] arguments, String name) {
        String start = "--" + name + "=";
        for (String argument : arguments) {
            if (argument.startsWith(start)) {
                return argument.substring(start.length());
            }
        }
        throw new IllegalStateException("no " + name);
    }
}
