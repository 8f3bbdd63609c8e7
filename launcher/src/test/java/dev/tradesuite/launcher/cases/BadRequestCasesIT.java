package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.test.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void isRefusedWhereParametersAreBlank(CasesSuite suite) throws IOException {
        // Books that are not there would be a 404 before anything else is looked at.
        Answer portfolio = suite.post(
                "/portfolios/create",
                """
                {"name": "Blank", "strategy_type": "momentum", "initial_balance": 20000, "schedule": "PT12H"}
                """);
        Answer strategy = suite.post("/api/v1/strategies", "{\"code\": \"main\", \"source\": \"account:main\"}");
        List<Call> calls = callsWithAQuery(portfolio.json().path("portfolio_id").asLong());

        assertThat(List.of(portfolio.status(), strategy.status()))
                .as("%s, %s", portfolio.json(), strategy.json())
                .containsOnly(201);
        assertThat(calls).hasSizeGreaterThan(50);
        assertThat(calls).allSatisfy(call -> {
            Answer answer = suite.process().send(call.method, call.path + call.query(), new byte[0], call.contentType);
            assertThat(answer.status())
                    .as("%s: %s", call, answer.json().toString())
                    .isEqualTo(400);
            assertThat(answer.json()
                            .path("errors")
                            .valueStream()
                            .filter(error -> error.path("code").asString().equals("REQUIRED"))
                            .map(error -> error.path("field").asString()))
                    .as("%s: %s", call, answer.json().toString())
                    .containsAll(call.parameters);
        });
    }

    /**
     * A call that takes parameters.
     *
     * @param contentType of the body it takes; empty when none
     */
    private record Call(String method, String path, String contentType, List<String> parameters) {

        /** All of them, and none says anything. */
        private String query() {
            return parameters.stream().map(name -> name + "=%20").collect(Collectors.joining("&", "?", ""));
        }
    }

    /** Every call behind the gateway with parameters in its query, as the descriptions have them. */
    private static List<Call> callsWithAQuery(long portfolio) throws IOException {
        String routed = Files.readString(ProjectFolder.resolve("docs", "endpoints.md"));
        List<Call> calls = new ArrayList<>();
        try (DirectoryStream<Path> pages =
                Files.newDirectoryStream(ProjectFolder.resolve("docs", "openapi"), "*.json")) {
            for (Path page : pages) {
                JsonNode paths = JsonMapper.shared().readTree(page.toFile()).path("paths");
                paths.propertyStream()
                        .forEach(path -> path.getValue().propertyStream().forEach(call -> {
                            String method = call.getKey().toUpperCase(Locale.ROOT);
                            String row = "\\| `%s` \\| [^|]* \\| yes \\|"
                                    .formatted(Pattern.quote(method + " " + path.getKey()));
                            if (Pattern.compile(row).matcher(routed).find()) {
                                calls.add(call(method, path.getKey(), call.getValue(), portfolio));
                            }
                        }));
            }
        }
        calls.removeIf(call -> call.parameters.isEmpty());
        return calls;
    }

    private static Call call(String method, String path, JsonNode described, long portfolio) {
        String at = path;
        for (JsonNode parameter : described.path("parameters")) {
            if (parameter.path("in").asString().equals("path")) {
                at = at.replace(
                        "{" + parameter.path("name").asString() + "}", value(parameter.path("schema"), portfolio));
            }
        }
        return new Call(
                method,
                at,
                described.at("/requestBody/content").propertyNames().stream()
                        .findFirst()
                        .orElse(""),
                described
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asString().equals("query"))
                        .map(parameter -> parameter.path("name").asString())
                        .toList());
    }

    /** What a path names. */
    private static String value(JsonNode schema, long portfolio) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0).asString();
        }
        return schema.path("format").asString("").equals("uuid")
                ? "00000000-0000-4000-8000-000000000000"
                : schema.path("type").asString("").equals("integer") ? Long.toString(portfolio) : "main";
    }
}
