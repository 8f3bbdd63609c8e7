package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.FrameSocket;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A WebSocket says something far more seldom than any of the times lets a request take. */
@GatewayIntegrationTest
@TestPropertySource(
        properties = {
            "suite.gateway.connection.header-timeout=300ms",
            "suite.gateway.connection.idle-timeout=300ms",
            "suite.gateway.connection.body-timeout=300ms",
            "suite.gateway.connection.whole-body-timeout=300ms",
            "suite.gateway.connection.answer-timeout=300ms",
            "suite.gateway.services.ticker.paths=/ws/**",
            "suite.gateway.services.ticker.response-timeout=300ms"
        })
class WebSocketIT {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final DisposableServer BACKEND = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(paths -> paths.ws(
                    "/ws/{topic}",
                    (_, out) -> out.sendString(Flux.interval(HEARTBEAT).map(beat -> "beat " + beat))))
            .bindNow();

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
        settings.add("suite.gateway.services.ticker.url", () -> "http://127.0.0.1:" + BACKEND.port());
        settings.add("suite.services.signals-api.url", () -> "http://127.0.0.1:" + BACKEND.port());
    }

    @AfterAll
    static void stop() {
        BACKEND.disposeNow();
    }

    /** One that brings no token is upgraded at once, before the end of its request is seen. */
    @ParameterizedTest
    @CsvSource({"/ws/signals, trade:read", "/ws/trading-signals,"})
    void connectionThatIsSilentBetweenHeartbeatsStaysOpen(String path, @Nullable String scope) throws Exception {
        Map<String, String> headers = scope == null ? Map.of() : Map.of("Authorization", TestTokens.bearer(scope));
        try (FrameSocket socket = FrameSocket.connect(client.uri(path), headers)) {
            for (int beat = 0; beat < 4; beat++) {
                assertThat(socket.next(PATIENCE)).isEqualTo(new FrameSocket.Heard.Text("beat " + beat));
            }
        }
    }
}
