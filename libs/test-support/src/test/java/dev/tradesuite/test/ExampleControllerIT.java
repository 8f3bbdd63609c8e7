package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.strategy.FakeLedger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;

/** The controller in Python that the documentation shows, as it is shipped in {@code examples/strategy}. */
class ExampleControllerIT {

    private static final FakeLedger BOOKS = FakeLedger.start();

    private static Process controller;
    private static SuiteClient client;

    private final String run = "/strategy/execute-full-cycle?portfolio_id=7&cycle_id=" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        assumeThat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> new File(folder, "python3"))
                        .anyMatch(File::canExecute))
                .as("python3 is installed")
                .isTrue();
        int port = TestBroker.freePort();
        ProcessBuilder python = new ProcessBuilder(
                "python3",
                ProjectFolder.resolve("examples", "strategy", "cheap_outcomes.py")
                        .toString());
        python.environment()
                .putAll(Map.of(
                        "PORT", Integer.toString(port), "LEDGER_URL", BOOKS.url(), "ISSUER_URL", TestTokens.issuer()));
        controller = python.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = controller.inputReader();
        assertThat(output.readLine()).contains("listens on " + port);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("example", Map.of("local.server.port", port)));
        client = new SuiteClient(environment);
        // It listens a moment after it has said so.
        await().ignoreExceptions().until(() -> client.get("/actuator/health").status() == 200);
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.destroy();
        }
    }

    @BeforeEach
    void emptyTheBooks() {
        BOOKS.reset("cheap_outcomes");
    }

    @Test
    void buysWhatIsCheap() {
        Answer answer = operator().header("X-Cycle-Fence", "3").post(run, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/counts/trades").asInt()).isEqualTo(1);
        JsonNode asked = BOOKS.bodies("orders").getFirst();
        assertThat(asked.at("/fence").asInt()).isEqualTo(3);
        assertThat(asked.at("/orders")).hasSize(1);
        assertThat(asked.at("/orders/0/market_id").asString()).isEqualTo("rain");
        assertThat(BOOKS.calls()).allSatisfy(call -> assertThat(call.token()).startsWith("Bearer "));
    }

    @Test
    void sellsWhatHasRisenAndTellsItsPrice() {
        BOOKS.sets("most", 0.01);
        BOOKS.holds("snow", "Yes");

        assertThat(operator().post(run, null).status()).isEqualTo(200);

        JsonNode asked = BOOKS.bodies("orders").getFirst();
        assertThat(asked.at("/orders/0/side").asString()).isEqualTo("SELL");
        assertThat(asked.at("/prices/0/bid").decimalValue()).isEqualByComparingTo("0.62");
    }

    @Test
    void cycleWithNothingToDoOnlyBeginsAndEnds() {
        BOOKS.sets("most", 0.01);

        assertThat(operator().post(run, null).status()).isEqualTo(200);

        assertThat(BOOKS.calls()).extracting(FakeLedger.Call::name).containsExactly("begin", "complete");
    }

    @Test
    void cycleThatHasEndedIsToldAgain() {
        operator().post(run, null);

        assertThat(operator().post(run, null).json().at("/replayed").asBoolean())
                .isTrue();
    }

    @Test
    void passesOnWhatTheBooksSay() {
        BOOKS.refuses(409, "CYCLE_SUPERSEDED", "fence 12 is below 13");

        Answer answer = operator().post(run, null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/code").asString()).isEqualTo("CYCLE_SUPERSEDED");
    }

    @Test
    void checksAConfiguration() {
        SuiteClient reader = client.with("trade:read");

        JsonNode bad = reader.post("/strategy/validate-config", "{\"most\": 2, \"speed\": 1}")
                .json();

        assertThat(bad.at("/valid").asBoolean()).isFalse();
        assertThat(bad.at("/errors")).hasSize(2);
        assertThat(reader.post("/strategy/validate-config", "{\"most\": 0.3}")
                        .json()
                        .at("/config/most")
                        .decimalValue())
                .isEqualByComparingTo("0.3");
        assertThat(reader.get("/strategy/info").json().at("/type").asString()).isEqualTo("cheap_outcomes");
        assertThat(reader.get("/strategy/status").json().at("/status").asString())
                .isEqualTo("online");
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        String good = TestTokens.bearer("internal");

        assertThat(client.post(run, null).status()).isEqualTo(401);
        assertThat(client.header("Authorization", good.substring(0, good.length() - 8) + "AAAAAAAA")
                        .post(run, null)
                        .status())
                .isEqualTo(401);
        assertThat(client.header("Authorization", "Bearer " + TestTokens.expiredToken("internal"))
                        .post(run, null)
                        .status())
                .isEqualTo(401);
        assertThat(client.header("Authorization", "Bearer " + TestTokens.tokenForAudience("others", "internal"))
                        .post(run, null)
                        .status())
                .isEqualTo(401);
        assertThat(client.with("trade:read").post(run, null).status()).isEqualTo(403);
        assertThat(BOOKS.calls()).isEmpty();
    }

    private static SuiteClient operator() {
        return client.with("internal");
    }
}
