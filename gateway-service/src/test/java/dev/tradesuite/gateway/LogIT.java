package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.gateway.metrics.web.MetricsServer;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that fail on the way to a service, on a gateway whose libraries tell all they know. */
@GatewayIntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LogIT {

    private static final String SECRET = "s3cret-of-the-address";
    private static final String ALERT = "/api/v1/webhooks/%s?key=%s".formatted(SECRET, SECRET);

    private static final List<String> TALKATIVE = List.of(
            "org.springframework.web",
            "org.springframework.security",
            "org.springframework.cloud.gateway",
            "reactor.netty");

    private static final BrokenBackend NO_HTTP = BrokenBackend.answering("SSH-2.0 none\r\n\r\n");
    private static final BrokenBackend CUT_OFF =
            BrokenBackend.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegin");

    @Autowired
    SuiteClient client;

    @Autowired
    MetricsServer metrics;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
        settings.add("suite.services.orchestrator.url", NO_HTTP::url);
        settings.add("suite.services.risk.url", CUT_OFF::url);
        settings.add("spring.cloud.gateway.server.webflux.httpserver.wiretap", () -> "true");
        settings.add("spring.cloud.gateway.server.webflux.httpclient.wiretap", () -> "true");
    }

    @AfterAll
    static void close() throws IOException {
        NO_HTTP.close();
        CUT_OFF.close();
    }

    @BeforeEach
    void tellAll() {
        level(LogLevel.TRACE);
    }

    @AfterEach
    void tellWhatIsUsual() {
        level(LogLevel.INFO);
    }

    private static void level(LogLevel level) {
        LoggingSystem logging = LoggingSystem.get(LogIT.class.getClassLoader());
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, level));
    }

    @Test
    void secretOfAnAddressIsInNoLog(CapturedOutput output) throws Exception {
        Answer failed = client.post(ALERT, "{}");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.json().get("code").stringValue()).isEqualTo("INTERNAL");
        assertThat(client.with("trade:read")
                        .get("/api/v1/webhooks/a//" + SECRET)
                        .status())
                .isEqualTo(400);
        assertThat(client.with("trade:read").get("/api/v9/orders?key=" + SECRET).status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/accounts?key=" + SECRET).status()).isEqualTo(401);
        assertThatThrownBy(() -> client.with("trade:read").get("/api/v1/risk/accounts?key=" + SECRET))
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(output.getAll())
                .contains("POST to orchestrator failed, trace", "The answer of risk broke off", "(bytes left out)")
                .doesNotContain(SECRET, "|POST /api/v1/web", "|GET /api/v1/risk");
        assertThat(scraped()).contains("routeId=\"orchestrator\"").doesNotContain(SECRET);
    }

    private String scraped() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(metrics.port()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
