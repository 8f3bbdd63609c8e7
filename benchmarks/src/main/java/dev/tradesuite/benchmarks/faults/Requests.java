package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.faults.FrontDoor.Answer;
import dev.tradesuite.benchmarks.faults.check.Receipt;
import dev.tradesuite.benchmarks.faults.check.Receipt.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The requests of the load, and the accounts, webhooks and portfolios they are about. */
final class Requests {

    private static final String SYMBOL = "EURUSD";
    private static final BigDecimal PRICE = new BigDecimal("1.0835");
    private static final int BOOKS = 4;

    private final FrontDoor door;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> accounts = new ArrayList<>();
    private final List<String> webhooks = new ArrayList<>();
    private final List<Long> portfolios = new ArrayList<>();

    Requests(FrontDoor door) {
        this.door = door;
    }

    /** Opens an account, a webhook and a portfolio for each client. */
    void open() {
        for (int number = 0; number < BOOKS; number++) {
            String account = "faults-%s-%d".formatted(run, number);
            must(door.post(
                    "/api/v1/accounts",
                    Map.of("id", account, "name", "Faults", "currency", "USD", "initial_balance", 10_000_000),
                    null));
            limits(account);
            accounts.add(account);
            webhooks.add(must(door.post(
                            "/api/v1/webhooks/tradingview",
                            Map.of(
                                    "strategy",
                                    "faults",
                                    "account_id",
                                    account,
                                    "risk_percent",
                                    new BigDecimal("0.1"),
                                    "auto_execute",
                                    true,
                                    "mode",
                                    "follow"),
                            null))
                    .path("path")
                    .asString());
            portfolios.add(must(door.post(
                            "/portfolios/create",
                            Map.of(
                                    "name",
                                    account,
                                    "strategy_type",
                                    "momentum",
                                    "initial_balance",
                                    10_000,
                                    "schedule",
                                    "0 0 0 1 1 *"),
                            null))
                    .path("portfolio_id")
                    .asLong());
        }
    }

    /** Wide limits: what is refused is refused because of a fault. The account may be new to risk. */
    private void limits(String account) {
        Map<String, ?> limits = Map.of(
                "daily_loss_percent", 100,
                "drawdown_percent", 100,
                "position_size_percent", 100,
                "margin_percent", 100,
                "correlation", 1,
                "currency_exposure_percent", 100_000);
        Answer answer = door.put("/api/v1/risk/limits/" + account, limits);
        for (int attempt = 0; !answer.good() && attempt < 30; attempt++) {
            try {
                Waits.pause(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            answer = door.put("/api/v1/risk/limits/" + account, limits);
        }
        must(answer);
    }

    private static JsonNode must(Answer answer) {
        if (!answer.good()) {
            throw new IllegalStateException("the load cannot begin: " + answer);
        }
        return answer.json();
    }

    /** The next request of a client: mostly executes, and of everything else some. */
    Sent next(int client, long number) {
        String account = accounts.get(client % BOOKS);
        String key = "faults-" + UUID.randomUUID();
        return switch ((int) (number % 10)) {
            case 3 -> close(account, key);
            case 5 -> cashFlow(account, key, number);
            case 7 -> alert(webhooks.get(client % BOOKS), key, number);
            case 9 -> cycle(portfolios.get(client % BOOKS), key);
            default -> execute(account, key, number % 2 == 0);
        };
    }

    private Sent execute(String account, String key, boolean buy) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "symbol",
                SYMBOL,
                "current_price",
                PRICE,
                "stop_loss_pips",
                50,
                "risk_strategy",
                "fixed_risk",
                "risk_percent",
                new BigDecimal("0.1"),
                "leverage",
                1,
                "account_id",
                account,
                "auto_execute",
                true));
        body.put("indicators", buy ? readings(38, 1) : readings(62, -1));
        return new Sent(
                Kind.ORDER,
                key,
                () -> door.post("/api/v1/orchestrator/execute", body, key),
                answer -> executed(key, answer.path("execution_result")));
    }

    /** Readings on which the brain sees one side. */
    private static Map<String, Object> readings(int rsi, int sign) {
        return Map.ofEntries(
                Map.entry("rsi", rsi),
                Map.entry("macd", sign * 0.0006),
                Map.entry("macd_signal", sign * 0.0002),
                Map.entry("atr", 0.0010),
                Map.entry("ema_fast", sign > 0 ? 1.0840 : 1.0828),
                Map.entry("ema_slow", sign > 0 ? 1.0828 : 1.0840),
                Map.entry("bollinger_upper", 1.0860),
                Map.entry("bollinger_middle", 1.0835),
                Map.entry("bollinger_lower", 1.0810),
                Map.entry("adx", 40),
                Map.entry("plus_di", sign > 0 ? 30 : 10),
                Map.entry("minus_di", sign > 0 ? 10 : 30));
    }

    private Sent close(String account, String key) {
        Map<String, Object> body = Map.of("account_id", account, "current_price", PRICE);
        return new Sent(
                Kind.ORDER,
                key,
                () -> door.post("/api/v1/orchestrator/positions/" + SYMBOL + "/close", body, key),
                answer -> executed(key, answer));
    }

    private Sent cashFlow(String account, String key, long number) {
        Map<String, Object> body = number % 20 < 10
                ? Map.of("kind", "deposit", "amount", new BigDecimal("12.34"), "reason", "load")
                : Map.of("kind", "withdrawal", "amount", new BigDecimal("5.67"), "reason", "load");
        return new Sent(
                Kind.CASH_FLOW,
                key,
                () -> door.post("/api/v1/accounts/" + account + "/cash-flows", body, key),
                answer -> new Receipt(
                        Kind.CASH_FLOW,
                        key,
                        true,
                        UUID.fromString(answer.path("flow_id").asString()),
                        BigDecimal.ZERO));
    }

    private Sent alert(String path, String key, long number) {
        Map<String, Object> body = Map.of(
                "id", key, "symbol", SYMBOL, "side", number % 20 < 10 ? "buy" : "sell", "price", PRICE, "sl_pips", 50);
        return new Sent(
                Kind.ORDER,
                key,
                () -> door.post(path, body, null),
                answer -> executed(key, answer.path("decision").path("execution_result")));
    }

    private Sent cycle(long portfolio, String key) {
        String path = "/orchestrator/run-portfolio-cycle?portfolio_id=" + portfolio;
        return new Sent(null, key, () -> door.post(path, Map.of(), key), _ -> null);
    }

    private static Receipt executed(String key, JsonNode order) {
        String id = order.path("order_id").asString("");
        return new Receipt(
                Kind.ORDER,
                key,
                true,
                id.isEmpty() ? null : UUID.fromString(id),
                new BigDecimal(order.path("filled_lots").asString("0")));
    }

    /**
     * A request that can be sent again and again.
     *
     * @param kind what it does to an account; absent for cycles, which the books of portfolios tell of
     * @param key its key
     * @param sending sends it
     * @param reading what a good answer says was done
     */
    record Sent(@Nullable Kind kind, String key, Supplier<Answer> sending, Reading reading) {

        Answer send() {
            return sending.get();
        }

        @Nullable
        Receipt read(Answer answer) {
            return reading.read(answer.json());
        }
    }

    /** Reads an answer. */
    interface Reading {
        @Nullable
        Receipt read(JsonNode answer);
    }
}
