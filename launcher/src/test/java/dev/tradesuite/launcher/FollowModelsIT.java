package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import dev.tradesuite.support.event.EventSignatures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Five models on one instrument are followed for an hour of accelerated bars, by one account of the whole suite:
 * however they disagree, each has what it wants, with a stop of its own.
 */
class FollowModelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> MODELS = List.of("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");
    private static final String SYMBOL = "EURUSD.SIM";
    private static final int BARS = 12;

    private final Random random = new Random(7);
    private final Map<String, String> last = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();

    @Test
    void everyChangeIsOneOrderOrOneReasonAndTheTradesAddUp(@TempDir Path folder) throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, "suite.brain.feeds.simulated.enabled: false").up()) {
            for (String model : MODELS) {
                follow(suite, model);
            }
            Instant first = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            for (int i = 0; i < BARS; i++) {
                Instant open = first.plus(Duration.ofMinutes(5L * i));
                send(suite, open, i);
                awaitHeard(suite, open.plus(Duration.ofMinutes(5)));
            }

            int orders = 0;
            for (String model : MODELS) {
                orders += checkSteps(suite, model);
            }
            assertThat(orders).isPositive();
            checkBooks(suite, orders);
            for (String model : MODELS) {
                checkHolding(suite, model);
            }
            checkStops(suite);
        }
    }

    private static void follow(SuiteProcess suite, String model) throws Exception {
        Answer registered = suite.post(
                "/api/v1/strategies",
                "{\"code\": \"%s\", \"source\": \"model:%s:%s\"}".formatted(model, model, SYMBOL));
        assertThat(registered.status()).as(registered.json().toString()).isEqualTo(201);
        // What a year of paper would show.
        tell(suite, "UPDATE portfolio.strategy SET state = 'PAPER'");
        tell(
                suite,
                "INSERT INTO portfolio.strategy_allocation (account_id, strategy, capital, weight, since, version)"
                        + " VALUES ('main', '%s', 10000, 0.2, now(), 1)".formatted(model));
    }

    /** A bar, and what each model wants after it. */
    private void send(SuiteProcess suite, Instant open, int number) throws Exception {
        BigDecimal price =
                new BigDecimal("1.1000").add(new BigDecimal("0.0003").multiply(BigDecimal.valueOf(number % 4)));
        String signals = MODELS.stream()
                .map(model -> signal(model, number == 0 ? "flat" : wanted(model), price))
                .collect(Collectors.joining(","));
        String event =
                """
                {"event_id": "%s", "type": "bar.signals", "occurred_at": "%s", "source": "brain-service", "data": {
                  "symbol": "%s", "timeframe": "M5", "source": "test", "label": "SIMULATED", "conversion_rate": 1,
                  "bar": {"open_time": "%s", "open": %5$s, "high": %5$s, "low": %5$s, "close": %5$s},
                  "signals": [%6$s]}}
                """
                        .formatted(UUID.randomUUID(), Instant.now(), SYMBOL, open, price, signals);
        EventSignatures ours =
                EventSignatures.of(Secrets.loadOrCreate(suite.home().secrets()).get(Secret.EVENT_SIGNING), "");
        suite.kafka().forge("brain.signals", event, ours::sign);
    }

    private String wanted(String model) {
        String next = List.of("long", "short", "flat").get(random.nextInt(3));
        if (!next.equals(last.getOrDefault(model, "flat"))) {
            changes.merge(model, 1, Integer::sum);
        }
        last.put(model, next);
        return next;
    }

    private static String signal(String model, String wanted, BigDecimal price) {
        BigDecimal distance = new BigDecimal("0.0030").multiply(BigDecimal.valueOf(wanted.equals("long") ? 1 : -1));
        String levels = wanted.equals("flat")
                ? "\"size\": 0"
                : "\"size\": 0.5, \"entry_price\": %s, \"stop_loss\": %s, \"take_profit\": %s"
                        .formatted(price, price.subtract(distance), price.add(distance));
        return """
                {"strategy_code": "%1$s", "signal": "%2$s", "confidence": 0.6, %3$s, "reasoning": "a test",
                 "features": {}, "votes": [], "model": {"name": "%1$s", "version": "1", "proxy": true}}
                """
                .formatted(model, wanted, levels);
    }

    private void awaitHeard(SuiteProcess suite, Instant close) {
        for (String model : MODELS) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode following = following(suite, model);
                assertThat(following.at("/signal/bar_close").asString("")).isEqualTo(close.toString());
                assertThat(following.path("steps").values())
                        .as(following.toString())
                        .noneMatch(step -> step.path("outcome").asString().equals("PENDING"));
            });
        }
    }

    /** Every change has its order or its reason; returns how many orders there are. */
    private int checkSteps(SuiteProcess suite, String model) throws Exception {
        JsonNode following = following(suite, model);
        Map<String, List<JsonNode>> byBar = following.path("steps").values().stream()
                .filter(step -> !step.path("from").equals(step.path("to")))
                .collect(Collectors.groupingBy(step -> step.path("bar_close").asString()));
        assertThat(byBar).as(model).hasSize(changes.getOrDefault(model, 0));
        assertThat(following.path("steps").values())
                .extracting(step -> step.at("/reason/code").asString(""))
                .doesNotContain("HOLDING_OFFSET");
        assertThat(following.path("steps").values()).allSatisfy(step -> assertThat(
                        step.path("outcome").asString().equals("ORDERED")
                                ? step.path("order_id").asString("")
                                : step.at("/reason/code").asString(""))
                .as(step.toString())
                .isNotEmpty());
        return (int) following.path("steps").values().stream()
                .filter(step -> step.path("outcome").asString().equals("ORDERED"))
                .count();
    }

    private static void checkBooks(SuiteProcess suite, int orders) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode account = suite.get("/api/v1/accounts/main").json();
            JsonNode trades =
                    suite.get("/api/v1/accounts/main/trades?limit=1000").json();
            assertThat(trades.values()).hasSize(orders).allSatisfy(trade -> assertThat(
                            trade.path("strategy").asString(""))
                    .isIn(MODELS));
            JsonNode holdings = suite.get("/api/v1/accounts/main/holdings").json();
            assertThat(lots(holdings))
                    .as(holdings.toString())
                    .isEqualByComparingTo(account.path("positions").values().stream()
                            .map(FollowModelsIT::signed)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        });
    }

    /** What the account holds for a model is on the side it wants, or nothing where it was not let in. */
    private void checkHolding(SuiteProcess suite, String model) throws Exception {
        BigDecimal lots = lots(
                suite.get("/api/v1/accounts/main/holdings?strategy=" + model).json());
        int wanted =
                switch (last.getOrDefault(model, "flat")) {
                    case "long" -> 1;
                    case "short" -> -1;
                    default -> 0;
                };
        assertThat(lots.signum()).as("%s of %s", lots, model).isIn(0, wanted);
    }

    /** The stops that work for a model are as large as what is held for it. */
    private static void checkStops(SuiteProcess suite) throws SQLException {
        try (Connection connection = connect(suite);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                """
                                SELECT strategy, sum(lots) FROM (
                                    SELECT strategy, abs(lots) AS lots FROM ledger.strategy_holding
                                     WHERE account_id = 'main'
                                    UNION ALL
                                    SELECT strategy, filled_lots - lots FROM orchestrator.trade_order
                                     WHERE account_id = 'main' AND reduce_only AND type = 'STOP'
                                       AND status IN ('SUBMITTED', 'PARTIALLY_FILLED')) held_and_stopped
                                GROUP BY strategy
                                """)) {
            while (rows.next()) {
                assertThat(rows.getBigDecimal(2)).as(rows.getString(1)).isEqualByComparingTo("0");
            }
        }
    }

    private static BigDecimal signed(JsonNode position) {
        BigDecimal lots = position.path("lots").decimalValue();
        return position.path("direction").asString().equals("LONG") ? lots : lots.negate();
    }

    private static BigDecimal lots(JsonNode holdings) {
        return holdings.values().stream()
                .map(holding -> holding.path("lots").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode following(SuiteProcess suite, String model) throws IOException, InterruptedException {
        Answer answer = suite.get("/api/v1/strategies/" + model + "/following");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private static void tell(SuiteProcess suite, String statement) throws SQLException {
        try (Connection connection = connect(suite)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(SuiteProcess suite) throws SQLException {
        DatabaseAccess database = new DatabaseAccess(
                "jdbc:postgresql://localhost:%d/suite".formatted(suite.port("postgres")),
                Secrets.loadOrCreate(suite.home().secrets()));
        return database.connect();
    }
}
