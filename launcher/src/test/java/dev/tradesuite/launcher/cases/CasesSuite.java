package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess;
import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.test.SharedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/** A running suite on a venue of its own, shared by all cases; it starts with the first of them. */
final class CasesSuite implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Readings on which the brain says BUY. */
    static final String BUY =
            """
            "indicators": {"rsi": 25, "macd": 0.0012, "macd_signal": 0.0004, "adx": 31, "plus_di": 28, "minus_di": 12}\
            """;

    private final SuiteProcess suite;
    private final FakeVenue venue;
    private final MarketFeed feed = new MarketFeed(this);

    private CasesSuite(Path folder) throws IOException {
        venue = new FakeVenue();
        suite = new SuiteProcess(
                folder,
                "suite.market-source.kind: gamma",
                "suite.market-source.gamma.url: " + venue.url(),
                "suite.market-source.gamma.cache: 1ms",
                "suite.strategy.markets-shared-for: 1ms");
        suite.up();
    }

    /** Gives a test the suite, and skips it where there are no cases. */
    static final class Shared implements ParameterResolver, ExecutionCondition {

        /** Skips the class where the cases are absent: a parameter that cannot be resolved would be an error. */
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                SharedCases.require("README.md");
                return ConditionEvaluationResult.enabled("the cases are there");
            } catch (TestAbortedException absent) {
                return ConditionEvaluationResult.disabled(absent.getMessage());
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == CasesSuite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(CasesSuite.class))
                    .computeIfAbsent(CasesSuite.class, _ -> start(), CasesSuite.class);
        }

        private static CasesSuite start() {
            try {
                return new CasesSuite(Files.createTempDirectory("suite-cases"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    SuiteProcess process() {
        return suite;
    }

    FakeVenue venue() {
        return venue;
    }

    MarketFeed feed() {
        return feed;
    }

    Answer get(String path) {
        return suite.send("GET", path, new byte[0], "");
    }

    Answer post(String path, String json) {
        return suite.send("POST", path, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json");
    }

    Answer put(String path, String json) {
        return suite.send("PUT", path, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json");
    }

    /** Posts a case as it is. */
    Answer postFile(String path, String file, String contentType) throws IOException {
        return suite.send("POST", path, Files.readAllBytes(SharedCases.require(file)), contentType);
    }

    /** Opens a paper account of 10,000 USD and returns its id. */
    String account(String name) {
        String id = "%s-%s".formatted(name, UUID.randomUUID().toString().substring(0, 8));
        Answer answer = post(
                "/api/v1/accounts",
                "{\"id\": \"%s\", \"currency\": \"USD\", \"initial_balance\": 10000}".formatted(id));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> get("/api/v1/risk/accounts/" + id).status() == 200);
        return id;
    }

    /** Takes away the limits that a case is not about. */
    void liftLimits(String account) {
        Answer answer = put(
                "/api/v1/risk/limits/" + account,
                """
                {"daily_loss_percent": 5, "drawdown_percent": 15, "position_size_percent": 5, "margin_percent": 80,
                 "correlation": 1, "currency_exposure_percent": 1000}
                """);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    /**
     * Executes a trade of fixed lots with a stop of 50 pips.
     *
     * @param more further fields, each followed by a comma
     */
    JsonNode execute(String account, String symbol, String price, String lots, String more) {
        Answer answer = post(
                "/api/v1/orchestrator/execute",
                """
                {"account_id": "%s", "symbol": "%s", "current_price": %s, "risk_strategy": "fixed_lot", "lots": %s,
                 "stop_loss_pips": 50, "auto_execute": true, %s %s}
                """
                        .formatted(account, symbol, price, lots, more, BUY));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    JsonNode accountState(String id) {
        return get("/api/v1/accounts/" + id).json();
    }

    /** The only position of the account, once the books have it. */
    JsonNode position(String account) {
        await().atMost(PATIENCE)
                .until(() -> accountState(account).path("positions").size() == 1);
        return accountState(account).path("positions").get(0);
    }

    void awaitFlat(String account) {
        await().atMost(PATIENCE)
                .until(() -> accountState(account).path("positions").isEmpty());
    }

    Answer close(String account, String symbol, String price) {
        return post(
                "/api/v1/orchestrator/positions/%s/close".formatted(symbol),
                "{\"account_id\": \"%s\", \"current_price\": %s}".formatted(account, price));
    }

    @Override
    public void close() throws IOException {
        suite.close();
        venue.close();
    }
}
