package dev.tradesuite.training.bars;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.training.TrainingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bars of a running suite, page by page from {@code GET /api/v1/candles/{symbol}}. Bars that the suite itself does not
 * believe are left out.
 *
 * @param address address of the brain or of the gateway, such as {@code http://localhost:8001}
 * @param token bearer token with the scope trade:read; absent where none is asked for
 */
public record SuiteBars(URI address, @Nullable String token) {

    private static final int PAGE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    /** The bars of the range. A bar that has not closed is not stored, so none of these is one. */
    public PriceBars read(BarRange range) {
        BarList bars = new BarList();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Instant from = range.from() == null ? Instant.EPOCH : range.from();
            while (true) {
                JsonNode page = page(client, range, from);
                JsonNode candles = page.path("candles");
                Instant last = add(candles, doubted(page), bars);
                if (last == null || candles.size() < PAGE) {
                    return bars.bars();
                }
                from = last.plusMillis(1);
            }
        }
    }

    /** Adds the candles of a page and returns the start of its last. */
    private static @Nullable Instant add(JsonNode candles, Set<String> doubted, BarList bars) {
        Instant last = null;
        for (JsonNode candle : candles) {
            String openTime = candle.path("open_time").asString("");
            last = Instant.parse(openTime);
            if (!doubted.contains(openTime)) {
                bars.add(
                        last,
                        candle.path("open").asDouble(),
                        candle.path("high").asDouble(),
                        candle.path("low").asDouble(),
                        candle.path("close").asDouble(),
                        "the suite");
            }
        }
        return last;
    }

    private static Set<String> doubted(JsonNode page) {
        Set<String> times = new HashSet<>();
        page.path("implausible").forEach(time -> times.add(time.asString("")));
        return times;
    }

    private JsonNode page(HttpClient client, BarRange range, Instant from) {
        String query = "timeframe=%s&from=%s&limit=%d".formatted(encoded(range.timeframe()), from, PAGE);
        if (range.to() != null) {
            query += "&to=" + range.to();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve("/api/v1/candles/%s?%s".formatted(encoded(range.symbol()), query)))
                .timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() != 200 || !body.path("candles").isArray()) {
                throw new TrainingException("the suite at %s does not give bars of %s %s: %d %s"
                        .formatted(
                                address,
                                range.symbol(),
                                range.timeframe(),
                                response.statusCode(),
                                body.path("detail").asString("")));
            }
            return body;
        } catch (IOException | JacksonException e) {
            throw new TrainingException("the suite does not answer at %s: %s".formatted(address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("interrupted while waiting for the suite", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
