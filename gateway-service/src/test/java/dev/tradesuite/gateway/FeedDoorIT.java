package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
        Heard heard = new Heard();
        WebSocket socket = connect(heard, sent, "");
        // Nothing of the page: a WebSocket client names the service's own address.
        assertThat(heard.next()).isEqualTo("origin http://127.0.0.1:" + FEED.port());
        assertThat(heard.next()).hasSize(LARGE);
        socket.abort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://localhost:8", "null"})
    void pageOfAnotherOriginIsRefused(String origin) {
        Throwable refused = catchThrowable(() -> connect(new Heard(), Optional.of(origin), ""));
        assertThat(refused).isInstanceOf(CompletionException.class);
        WebSocketHandshakeException cause = (WebSocketHandshakeException) Objects.requireNonNull(refused.getCause());
        assertThat(cause.getResponse().statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {1008, 1012, 1013, 4001, 4008})
    void codeThatEndsAConnectionComesThrough(int code) throws Exception {
        Heard heard = new Heard();
        WebSocket socket = connect(heard, Optional.empty(), "?last_seq=7");
        heard.next();
        heard.next();
        socket.sendText(Integer.toString(code), true).join();
        assertThat(heard.next()).isEqualTo("closed " + code);
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

    private WebSocket connect(Heard heard, Optional<String> origin, String query) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        origin.ifPresent(value -> builder.header("Origin", value));
        return builder.buildAsync(
                        URI.create(client.uri("/ws/trading-signals" + query)
                                .toString()
                                .replaceFirst("http", "ws")),
                        heard)
                .join();
    }

    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder begun = new StringBuilder();

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            begun.append(part);
            if (last) {
                heard.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            heard.add("failed " + failure);
        }
    }
}
