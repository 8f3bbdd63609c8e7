package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.tradesuite.gateway.metrics.web.MetricsServer;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class GatewayIT {

    private static final String PAGE = "http://localhost:3000";

    @Autowired
    SuiteClient client;

    @Autowired
    ReactiveWebServerFactory server;

    @Autowired
    MetricsServer metrics;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/orchestrator/orders?status=new&limit=5, orchestrator",
        "POST, /api/v1/webhooks/tradingview/secret,            orchestrator",
        "POST, /orchestrator/run-portfolio-cycle?portfolio_id=7, orchestrator",
        "POST, /api/v1/brain/decide,                           brain",
        "GET,  /api/v1/candles/EURUSD?from=2026-01-01T00:00:00Z, brain",
        "GET,  /api/v1/prices/latest?symbols=EURUSD%2CGBPUSD,  brain",
        "POST, /api/v1/sizing/calculate,                       sizing",
        "GET,  /api/v1/instruments,                            sizing",
        "GET,  /api/v1/accounts,                               ledger",
        "GET,  /api/v1/accounts/main/trades,                   ledger",
        "PUT,  /portfolios/7,                                  ledger",
        "DELETE, /portfolios/7,                                ledger",
        "GET,  /api/v1/strategies,                             portfolio"
    })
    void requestGoesToTheServiceOfItsPathUnchanged(String method, String uri, String service) {
        Answer answer = reader().send(method, uri, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("service").stringValue()).isEqualTo(service);
        assertThat(answer.json().get("method").stringValue()).isEqualTo(method);
        assertThat(answer.json().get("uri").stringValue()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /strategies/momentum/info,                      momentum,      /strategy/info",
        "POST, /strategies/momentum/validate-config,           momentum,      /strategy/validate-config",
        "GET,  /strategies/pairs_trading/status?a=b%20c,       pairs_trading, /strategy/status?a=b%20c"
    })
    void requestForAStrategyGoesToItsControllerUnderThePathItHasThere(
            String method, String uri, String service, String there) {
        Answer answer = reader().send(method, uri, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("service").stringValue()).isEqualTo(service);
        assertThat(answer.json().get("uri").stringValue()).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/risk/reservations",
        "GET,  /api/v1/risk/reservations/7",
        "POST, /api/v1/risk/reservations/stakes",
        "POST, /api/v1/risk/reservations/7/release",
        "POST, /api/v1/risk/%72eservations/7/release",
        "PUT,  /portfolios/7/cycles/8",
        "GET,  /portfolios/7/cycles/8/start",
        "POST, /portfolios/7/cycles/8/orders",
        "POST, /portfolios/7/cycles/8/complete",
        "POST, /portfolios/7/orders",
        "POST, /portfolios/7/prices",
        "GET,  /api/v1/orchestrator/fills?since=2026-01-01T00:00:00Z",
        "GET,  /api/v1/orchestrator/broker-positions?account=main",
        "POST, /strategies/momentum/execute-full-cycle?portfolio_id=7",
        "POST, /strategies/pairs_trading/execute-full-cycle?portfolio_id=7"
    })
    void whatServicesTellOneAnotherIsAnUnknownPathAlsoForThem(String method, String uri) {
        for (SuiteClient asking : List.of(reader(), client.with("internal"))) {
            Answer answer = asking.send(method, uri, BodyPublishers.noBody());

            assertProblem(answer, 404, "NOT_FOUND");
            assertThat(answer.json().get("detail").stringValue()).startsWith("Nothing answers " + method);
        }
    }

    @Test
    void whatIsReadOfACycleStaysReachable() {
        assertThat(reader().get("/portfolios/7/cycles/8").status()).isEqualTo(200);
        assertThat(reader().get("/portfolios/7/orders/8").status()).isEqualTo(200);
    }

    @Test
    void strategyThatIsOfflineIsNamedAndOneNobodyKnowsIsNotFound() {
        Answer offline = reader().get("/strategies/mean_reversion/info");
        assertProblem(offline, 503, "SERVICE_OFFLINE");
        assertThat(offline.json().get("detail").stringValue()).contains("mean_reversion");

        assertProblem(reader().get("/strategies/astrology/info"), 404, "NOT_FOUND");
    }

    @Test
    void descriptionOfAStrategyNamesThePathsItHasHere() {
        JsonNode api = client.get("/v3/api-docs/strategy-momentum").json();

        assertThat(api.get("paths").propertyNames()).containsExactlyInAnyOrder("/strategies/momentum/info", "/status");
    }

    @Test
    void headersOfTheRequestArriveAndTheTraceGoesOn() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String token = TestTokens.bearer("trade:execute");

        client.header("Authorization", token)
                .header("Idempotency-Key", "key-1")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .post("/api/v1/orchestrator/execute", "{\"symbol\": \"EURUSD\"}");

        Headers received = Backends.of("orchestrator").lastReceived();
        assertThat(received.getFirst("Authorization")).isEqualTo(token);
        assertThat(received.getFirst("Idempotency-Key")).isEqualTo("key-1");
        assertThat(received.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(received.get("traceparent")).singleElement().asString().contains(trace);
    }

    @Test
    void answerOfAServicePassesAsItIs() {
        Answer answer = reader().get("/api/v1/orchestrator/refuses");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Reason")).hasValue("of the service");
        assertThat(answer.json().get("detail").stringValue()).isEqualTo("of the service");
    }

    @Test
    void serviceThatIsOfflineIsNamed() {
        Answer answer = reader().get("/api/v1/risk/limits");

        assertProblem(answer, 503, "SERVICE_OFFLINE");
        assertThat(answer.json().get("detail").stringValue()).contains("risk");
        assertThat(answer.json().get("instance").stringValue()).isEqualTo("/api/v1/risk/limits");
    }

    @Test
    void serviceThatHangsUpIsOfflineToo() {
        assertProblem(reader().get("/api/v1/orchestrator/hangs-up"), 503, "SERVICE_OFFLINE");
    }

    @Test
    void serviceThatIsTooSlowIsNamed() {
        Answer answer = reader().get("/api/v1/sizing/stuck");

        assertProblem(answer, 504, "SERVICE_TIMEOUT");
        assertThat(answer.json().get("detail").stringValue()).contains("sizing");
    }

    @Test
    void pathOfNobodyIsNotFound() {
        Answer answer = reader().get("/api/v2/nothing");

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(answer.json().get("detail").stringValue()).isEqualTo("Nothing answers GET /api/v2/nothing");
    }

    @Test
    void problemTellsTheTraceOfItsRequest() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        Answer answer = reader().header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .get("/api/v2/nothing");

        assertThat(answer.json().get("trace_id").stringValue()).isEqualTo(trace);
    }

    @Test
    void badTokenGoesNoFurther() {
        assertProblem(client.get("/api/v1/accounts/main"), 401, "UNAUTHORIZED");
        for (String token : List.of(
                "not.a.token",
                TestTokens.expiredToken("trade:read"),
                TestTokens.tokenForAudience("somebody-else", "trade:read"),
                TestTokens.endlessToken("trade:read"),
                TestTokens.tokenFor(Duration.ofDays(365), "trade:read"))) {
            Answer refused = client.header("Authorization", "Bearer " + token).get("/api/v1/accounts/main");

            assertProblem(refused, 401, "UNAUTHORIZED");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void scopesAreLeftToTheServices() {
        assertThat(client.with().get("/api/v1/accounts/main").status()).isEqualTo(200);
    }

    @Test
    void alertNeedsNoToken() {
        Answer answer = client.header("Content-Type", "text/plain")
                .send("POST", "/api/v1/webhooks/tradingview/secret", BodyPublishers.ofString("EURUSD buy"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("bytes").intValue()).isEqualTo(10);
        assertThat(Backends.of("orchestrator").lastReceived().getFirst("Content-Type"))
                .isEqualTo("text/plain");
    }

    @Test
    void bodyOfTwentyMegabytesPassesWhole() throws Exception {
        byte[] body = new byte[20 * 1024 * 1024];
        new Random(1).nextBytes(body);

        Answer answer = client.with("trade:execute")
                .header("Content-Type", "application/gzip")
                .send("POST", "/api/v1/candles/import?timeframe=M5", BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("bytes").intValue()).isEqualTo(body.length);
        assertThat(answer.json().get("sha256").stringValue())
                .isEqualTo(HexFormat.of().formatHex(Backend.sha256().digest(body)));
    }

    @Test
    void pageOfAnAllowedOriginMayCallAndIsAnsweredOnce() {
        Answer answer = reader().header("Origin", PAGE).get("/api/v1/accounts/main");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(PAGE);
        assertThat(Backends.of("ledger").lastReceived()).doesNotContainKey("Origin");
    }

    @Test
    void pageOfAnAllowedOriginSeesProblemsToo() {
        Answer answer = client.header("Origin", PAGE).get("/api/v1/accounts/main");

        assertProblem(answer, 401, "UNAUTHORIZED");
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(PAGE);
    }

    @Test
    void browserMayAskBeforehandWithoutAToken() {
        Answer answer = client.header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .send("OPTIONS", "/api/v1/orchestrator/execute", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("authorization", "content-type", "idempotency-key");
    }

    @Test
    void pageOfAnotherOriginMayNot() {
        Answer answer = reader().header("Origin", "http://elsewhere.example").get("/api/v1/accounts/main");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void noHeaderIsAnsweredTwice() {
        Map<String, List<String>> headers = reader().header("Origin", PAGE)
                .get("/api/v1/accounts/main")
                .headers()
                .map();

        headers.forEach((name, values) -> assertThat(values).as(name).doesNotHaveDuplicates());
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void rootTellsWhatIsHere() {
        JsonNode index = client.get("/").json();

        assertThat(index.get("docs").stringValue()).isEqualTo("/docs");
        assertThat(texts(index.get("services"), "name"))
                .contains(
                        "orchestrator",
                        "brain",
                        "sizing",
                        "risk",
                        "ledger",
                        "strategy-momentum",
                        "strategy-pairs_trading");
        assertThat(index.get("services").toString())
                .contains("\"/api/v1/risk/**\"")
                .contains("\"api_docs\":\"/v3/api-docs/risk\"");
    }

    @Test
    void docsPageListsTheApiOfEveryServiceAndLoadsNothingFromElsewhere() {
        Answer redirect = client.get("/docs");
        assertThat(redirect.status()).isEqualTo(302);
        String page = redirect.headers().firstValue("Location").orElseThrow();

        String html = client.get(page).text();
        assertThat(html).contains("swagger-ui-bundle.js");
        assertThat(Pattern.compile("(src|href)=\"(https?:)?//").matcher(html).find())
                .as(html)
                .isFalse();
        assertThat(client.get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(client.get("/swagger-ui/swagger-initializer.js").text())
                .contains("/v3/api-docs/swagger-config")
                .doesNotContain("https://");

        JsonNode config = client.get("/v3/api-docs/swagger-config").json();
        assertThat(texts(config.get("urls"), "url"))
                .containsExactlyInAnyOrder(
                        "/v3/api-docs",
                        "/v3/api-docs/orchestrator",
                        "/v3/api-docs/brain",
                        "/v3/api-docs/sizing",
                        "/v3/api-docs/risk",
                        "/v3/api-docs/ledger",
                        "/v3/api-docs/portfolio",
                        "/v3/api-docs/signals-api",
                        "/v3/api-docs/strategy-momentum",
                        "/v3/api-docs/strategy-mean_reversion",
                        "/v3/api-docs/strategy-pairs_trading");
    }

    @Test
    void apiDescriptionSendsItsReaderToTheGateway() {
        JsonNode api = client.get("/v3/api-docs/ledger").json();

        assertThat(api.at("/info/title").stringValue()).isEqualTo("ledger-service");
        assertThat(api.get("servers")).hasSize(1);
        assertThat(api.at("/servers/0/url").stringValue()).isEqualTo("/");
        assertProblem(client.get("/v3/api-docs/risk"), 503, "SERVICE_OFFLINE");
    }

    @Test
    void operatorSeesTheHealthAndTheMetricsAtAPortOfTheirOwn() throws Exception {
        assertThat(client.get("/actuator/health/readiness").json().get("status").stringValue())
                .isEqualTo("UP");
        assertThat(client.get("/actuator/prometheus").status()).isEqualTo(401);
        assertProblem(reader().get("/actuator/prometheus"), 404, "NOT_FOUND");
        assertProblem(reader().get("/actuator/metrics"), 404, "NOT_FOUND");

        assertThat(reader().get("/api/v1/accounts").status()).isEqualTo(200);
        assertThat(scraped("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(scraped("/actuator/prometheus").body())
                .contains("spring_cloud_gateway_requests_seconds_count", "routeId=\"ledger\"")
                .contains("application=\"gateway-service\"");
        assertThat(scraped("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(scraped("/").statusCode()).isEqualTo(404);
    }

    @Test
    void runsOnNettyAlthoughTomcatIsOnTheClassPath() throws ClassNotFoundException {
        Class.forName("org.apache.catalina.startup.Tomcat");

        assertThat(server).isInstanceOf(NettyReactiveWebServerFactory.class);
    }

    private HttpResponse<String> scraped(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(metrics.port(), path));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private SuiteClient reader() {
        return client.with("trade:read");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().get("code").stringValue()).isEqualTo(code);
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).startsWith("urn:problem:");
        assertThat(answer.json().get("trace_id").stringValue()).matches("[0-9a-f]{32}");
    }

    private static List<String> texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.get(name).stringValue())
                .toList();
    }
}
