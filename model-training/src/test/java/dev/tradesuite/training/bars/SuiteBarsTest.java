package dev.tradesuite.training.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.training.TrainingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that answers as brain-service does. */
class SuiteBarsTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
    private static final int STORED = 7_000;
    private static final int DOUBTED = 6_999;

    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/candles/EURUSD", this::answer);
        server.createContext(
                "/api/v1/candles/NONE", exchange -> send(exchange, 404, "{\"detail\":\"no such symbol\"}"));
        server.createContext("/api/v1/candles/BROKEN", exchange -> send(exchange, 200, "<html>"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyPageIsReadAndDoubtedBarsAreLeftOut() {
        PriceBars bars = suite().read(new BarRange("EURUSD", "M5", null, null));

        assertThat(bars.size()).isEqualTo(STORED - 1);
        assertThat(bars.openMillis(0)).isEqualTo(FIRST.toEpochMilli());
        assertThat(Instant.ofEpochMilli(bars.openMillis(bars.size() - 1))).isEqualTo(time(STORED - 2));
        assertThat(bars.high(0)).isEqualTo(1.2);
        assertThat(queries).hasSize(2).allSatisfy(query -> assertThat(query).contains("timeframe=M5", "limit=5000"));
    }

    @Test
    void theRangeIsAskedFor() {
        suite().read(new BarRange("EURUSD", "M5", time(6_500), time(6_600)));

        assertThat(queries).singleElement().satisfies(query -> assertThat(query)
                .contains("from=" + time(6_500), "to=" + time(6_600)));
    }

    @Test
    void anAnswerThatIsNoneIsTold() {
        assertThatThrownBy(() -> suite().read(new BarRange("NONE", "M5", null, null)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("404 no such symbol");
        assertThatThrownBy(() -> suite().read(new BarRange("BROKEN", "M5", null, null)))
                .isInstanceOf(TrainingException.class);
        assertThatThrownBy(() -> new SuiteBars(address(), "wrong").read(new BarRange("EURUSD", "M5", null, null)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("401");
    }

    private SuiteBars suite() {
        return new SuiteBars(address(), "secret");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        queries.add(query);
        Instant from = Instant.parse(query.replaceAll(".*from=([^&]*).*", "$1"));
        String candles = IntStream.range(0, STORED)
                .filter(bar -> !time(bar).isBefore(from))
                .limit(5_000)
                .mapToObj(bar -> "{\"open_time\":\"%s\",\"open\":1.1,\"high\":1.2,\"low\":1.0,\"close\":1.15}"
                        .formatted(time(bar)))
                .collect(Collectors.joining(","));
        send(exchange, 200, "{\"candles\":[%s],\"implausible\":[\"%s\"]}".formatted(candles, time(DOUBTED)));
    }

    private static Instant time(int bar) {
        return FIRST.plusSeconds(300L * bar);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
