package dev.tradesuite.launcher.client;

import dev.tradesuite.launcher.SuiteException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls a suite nobody uses as its users would: analyzes and executes, long and short in turn, on an account it opens.
 *
 * <p>For the training run of the start cache. What the JVM has seen there it knows from the start on: the classes a
 * call needs, and which code is worth compiling.
 */
public final class Exercise {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SUCCESS = 2;

    private static final String RISING =
            """
            {"rsi":38.0,"macd":0.0006,"macd_signal":0.0002,"atr":0.0010,"ema_fast":1.0840,"ema_slow":1.0828,
             "bollinger_upper":1.0860,"bollinger_middle":1.0835,"bollinger_lower":1.0810,
             "adx":40.0,"plus_di":30.0,"minus_di":10.0}""";
    private static final String FALLING =
            """
            {"rsi":62.0,"macd":-0.0006,"macd_signal":-0.0002,"atr":0.0010,"ema_fast":1.0828,"ema_slow":1.0840,
             "bollinger_upper":1.0860,"bollinger_middle":1.0835,"bollinger_lower":1.0810,
             "adx":40.0,"plus_di":10.0,"minus_di":30.0}""";

    private final Addresses addresses;
    private final String token;

    /**
     * Where the services are.
     *
     * @param gateway URL, and so are the others
     */
    public record Addresses(String gateway, String orchestrator, String ledger, String risk) {}

    /** @param token bearer token with every scope of a trader */
    public Exercise(Addresses addresses, String token) {
        this.addresses = addresses;
        this.token = token;
    }

    /**
     * Calls the suite.
     *
     * @param rounds each an analyze and an execute
     * @throws SuiteException when a call is not answered with success
     */
    public void run(int rounds) {
        call(
                "POST",
                addresses.ledger() + "/api/v1/accounts",
                """
                {"id":"exercise","name":"Exercise","currency":"USD","initial_balance":10000000}""");
        call(
                "PUT",
                addresses.risk() + "/api/v1/risk/limits/exercise",
                """
                {"daily_loss_percent":100,"drawdown_percent":100,"position_size_percent":100,"margin_percent":100,
                 "correlation":1,"currency_exposure_percent":100000}""");
        call(
                "GET",
                addresses.gateway() + "/api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1.0835",
                null);
        for (int round = 0; round < rounds; round++) {
            call(
                    "POST",
                    addresses.orchestrator() + "/api/v1/orchestrator/analyze",
                    trade(RISING, """
                    "account_balance":10000"""));
            call(
                    "POST",
                    addresses.orchestrator() + "/api/v1/orchestrator/execute",
                    trade(
                            round % 2 == 0 ? RISING : FALLING,
                            """
                    "account_id":"exercise","auto_execute":true"""));
        }
    }

    private static String trade(String indicators, String more) {
        return """
                {"symbol":"EURUSD","current_price":1.0835,"stop_loss_pips":50,"risk_strategy":"fixed_risk",
                 "risk_percent":0.1,"leverage":1,"indicators":%s,%s}"""
                .formatted(indicators, more);
    }

    private void call(String method, String url, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> answer = Http.send(request.build(), "the suite");
        if (answer.statusCode() / 100 != SUCCESS) {
            throw new SuiteException(
                    "%s %s answered %d: %s".formatted(method, url, answer.statusCode(), answer.body()));
        }
    }
}
