package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.test.FrameSocket;
import dev.tradesuite.test.FrameSocket.Heard;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/** Who may open the feed through the front door, and what of it comes through. */
@GatewayIntegrationTest
class FeedDoorIT {

    private static final int LARGE = 300_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Tells which origin it heard of, then something large, and ends with the code it is asked for. */
    private static final DisposableServer FEED = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(paths -> paths.get(
                            "/api/models/signals/latest", (_, response) -> response.sendString(Mono.just("{}")))
                    .ws(
                            "/ws/trading-signals",
                            (in, out) -> out.sendString(
                                            Mono.just("origin " + in.headers().get("Origin")))
                                    .then(out.sendString(Mono.just("x".repeat(LARGE))))
                                    .then(in.receive()
                                            .asString()
                                            .flatMap(code -> out.sendClose(Integer.parseInt(code), "as asked")))
                                    .then(),
                            WebsocketServerSpec.builder().build()))
            .bindNow();

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
        settings.add("suite.services.signals-api.url", () -> "http://127.0.0.1:" + FEED.port());
    }

    @AfterAll
    static void stop() {
        FEED.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://localhost:3000", "own"})
    void programsAndPagesOfTheAllowedOriginsConnectAndTheServiceHearsOfNoPage(String origin) throws Exception {
        Optional<String> sent = origin.isEmpty()
                ? Optional.empty()
                : Optional.of(origin.equals("own") ? client.uri("").toString() : origin);
        try (FrameSocket socket = connect(sent, "")) {
            // Nothing of the page: a WebSocket client names the service's own address.
            assertThat(socket.next(PATIENCE)).isEqualTo(new Heard.Text("origin http://127.0.0.1:" + FEED.port()));
            assertThat(socket.next(PATIENCE)).isEqualTo(new Heard.Text("x".repeat(LARGE)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://localhost:8", "null"})
    void pageOfAnotherOriginIsRefused(String origin) {
        assertThatThrownBy(() -> connect(Optional.of(origin), ""))
                .isInstanceOfSatisfying(FrameSocket.RefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(ints = {1008, 1012, 1013, 4001, 4008})
    void codeThatEndsAConnectionComesThrough(int code) throws Exception {
        try (FrameSocket socket = connect(Optional.empty(), "?last_seq=7")) {
            socket.next(PATIENCE);
            socket.next(PATIENCE);
            socket.send(Integer.toString(code));
            assertThat(socket.next(PATIENCE)).isEqualTo(new Heard.Closed(code));
        }
    }

    @Test
    void modelsAreReadWithoutATokenOnThisMachineAndNothingElseIs() {
        assertThat(client.get("/api/models/signals/latest").status()).isEqualTo(200);
        assertThat(client.post("/api/models/stream-tickets", null).status()).isEqualTo(401);
        assertThat(client.get("/api/v1/accounts").status()).isEqualTo(401);
        assertThat(client.with("risk:admin").get("/api/models/signals/latest").status())
                .isEqualTo(200);
        Answer bad = client.header("Authorization", "Bearer nonsense").get("/api/models/signals/latest");
        assertThat(bad.status()).isEqualTo(401);
    }

    private FrameSocket connect(Optional<String> origin, String query) {
        return FrameSocket.connect(
                client.uri("/ws/trading-signals" + query),
                origin.map(value -> Map.of("Origin", value)).orElseGet(Map::of));
    }
}
