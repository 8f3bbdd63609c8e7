package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that once were answered with a 500, or with nothing. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class BadRequestCasesIT {

    /**
     * A bad request.
     *
     * @param body empty for a GET
     */
    record BadRequest(String method, String path, String body) {}

    static Stream<BadRequest> requests() {
        String trade =
                "{\"symbol\": \"NZDUSD\", \"current_price\": 0.6, \"account_id\": \"%s\", " + CasesSuite.BUY + "}";
        String check = "{\"symbol\": \"NZDUSD\", \"side\": \"BUY\", \"lots\": 0.1, \"entry_price\": 0.6,"
                + " \"what_if\": {\"equity\": 1000}, %s}";
        return Stream.of(
                post("/api/v1/orchestrator/analyze", trade.formatted("\\u0000")),
                post("/api/v1/orchestrator/execute", trade.formatted("\\u0000")),
                post("/api/v1/orchestrator/analyze", trade.formatted("a b;c")),
                post(
                        "/api/v1/orchestrator/positions/NZDUSD/close",
                        "{\"account_id\": \"a b;c\", \"current_price\": 0.6}"),
                get("/api/v1/orchestrator/orders?account=%00"),
                post("/api/v1/risk/check", check.formatted("\"existing_positions\": [null]")),
                post("/api/v1/risk/check", check.formatted("\"as_of\": \"-999999999-01-01T00:00:00Z\"")),
                post("/api/v1/risk/check", check.formatted("\"strategy\": \"\\u0000\"")),
                post("/api/v1/accounts", "{\"id\": \"audit-zz\", \"currency\": \"USD\", \"initial_balance\": 1e-20}"),
                post(
                        "/api/v1/accounts",
                        "{\"id\": \"audit-zz\", \"currency\": \"USD\", \"initial_balance\": 1, \"name\": \"\\u0000\"}"),
                post(
                        "/api/v1/candles/NZDCHF",
                        "{\"timeframe\": \"M5\", \"source\": \"\\u0000\", \"candles\": [{\"open_time\":"
                                + " \"2026-06-01T10:00:00Z\", \"open\": 0.5, \"high\": 0.5, \"low\": 0.5, \"close\":"
                                + " 0.5}]}"),
                new BadRequest(
                        "PUT",
                        "/api/v1/risk/trading-state",
                        "{\"scope\": \"ACCOUNT\", \"id\": \"main\", \"state\": \"ACTIVE\", \"reason\": \"\\u0000\"}"),
                post("/api/v1/webhooks/tradingview", "{\"strategy\": \"audit-fz\", \"account_id\": \"\\u0000\"}"),
                post(
                        "/api/v1/webhooks/tradingview",
                        "{\"strategy\": \"audit-fz\", \"account_id\": \"no such account\"}"),
                get("/api/v1/accounts/main/trades?from=-1000000000-01-01T00:00:00Z"),
                get("/api/v1/accounts/main/trades?to=%2B999999999-12-31T23:59:59Z"),
                get("/api/v1/accounts/main/history?to=%2B999999999-12-31T23:59:59Z"),
                get("/api/v1/accounts/%00"),
                get("/api/v1/accounts/a%0ab"),
                get("//api/v1/accounts"),
                get("/api/v1/accounts;x=1"),
                post(
                        "/api/v1/orchestrator/analyze",
                        "{\"symbol\": \"NZDUSD\", \"current_price\": 0.6, \"current_price\": 0.7,"
                                + " \"account_balance\": 10000}"),
                post(
                        "/api/v1/orchestrator/analyze",
                        "{\"symbol\": \"NZDUSD\", \"current_price\": 0.6, \"account_balance\": 10000,"
                                + " \"stop_loss\": 0.59, \"risk_pct\": 0.5}"));
    }

    private static BadRequest get(String path) {
        return new BadRequest("GET", path, "");
    }

    private static BadRequest post(String path, String body) {
        return new BadRequest("POST", path, body);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedWithAProblem(BadRequest request, CasesSuite suite) {
        Answer answer = suite.process()
                .send(
                        request.method,
                        request.path,
                        request.body.getBytes(StandardCharsets.UTF_8),
                        request.body.isEmpty() ? "" : "application/json");

        assertThat(answer.status()).as(answer.json().toString()).isIn(400, 404);
        assertThat(answer.json().path("code").asString())
                .as(answer.json().toString())
                .isNotBlank();
    }
}
