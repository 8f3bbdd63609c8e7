package dev.tradesuite.market.gamma;

import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.MarketSourceSettings;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads lists and pages from the Gamma API, slowly enough for it and as often as needed.
 *
 * <p>A call is tried again after 429, 5xx, a time-out, a broken connection and an answer that is not what was asked
 * for; any other status is final. {@link BackOff} says how long it waits.
 */
final class GammaHttp {

    private static final double NANOS = 1e9;

    /** All calls of a snapshot wait for their turn one after the other; this is far longer than they take. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final HttpClient client;
    private final ObjectMapper json;
    private final MarketSourceSettings.Gamma settings;
    private final Clock clock;
    private final BackOff backOff;
    private final Retry retry;
    private final RateLimiter limiter;

    GammaHttp(ObjectMapper json, MarketSourceSettings.Gamma settings, Clock clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.backOff = new BackOff(settings);
        this.retry = Retry.of(
                "gamma",
                RetryConfig.<JsonNode>custom()
                        .maxAttempts(settings.attempts())
                        .intervalBiFunction(backOff)
                        .retryOnException(backOff::allows)
                        .build());
        this.limiter = RateLimiter.of(
                "gamma",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofNanos(Math.round(NANOS / settings.requestsPerSecond())))
                        .timeoutDuration(LONGEST_TURN)
                        .build());
    }

    /** The list at a path. */
    JsonNode list(String path, List<Map.Entry<String, String>> query) {
        return answer(path, query, JsonNode::isArray);
    }

    /** The page at a path, which is an object with a list of events. */
    JsonNode page(String path, List<Map.Entry<String, String>> query) {
        return answer(path, query, node -> node.path("events").isArray());
    }

    private JsonNode answer(String path, List<Map.Entry<String, String>> query, Predicate<JsonNode> wanted) {
        URI uri = uri(path, query);
        AtomicInteger attempts = new AtomicInteger();
        try {
            return retry.executeSupplier(() -> limiter.executeSupplier(() -> {
                attempts.incrementAndGet();
                return call(uri, wanted);
            }));
        } catch (GammaFailure failure) {
            throw new MarketSourceException(
                    "The Gamma API at %s: %s %s"
                            .formatted(settings.url(), uri.getRawPath(), told(failure, attempts.get())),
                    failure);
        } catch (RequestNotPermitted | AcquirePermissionCancelledException e) {
            throw new MarketSourceException("Stopped while waiting for the Gamma API", e);
        }
    }

    private String told(GammaFailure failure, int attempts) {
        return backOff.asksForTooMuch(failure)
                ? "%s and asks for a pause of %d s, more than the %d s allowed"
                        .formatted(
                                failure.what(),
                                failure.retryAfter().map(Duration::toSeconds).orElse(0L),
                                settings.longestRetry().toSeconds())
                : "%s (attempt %d of %d)".formatted(failure.what(), attempts, settings.attempts());
    }

    private JsonNode call(URI uri, Predicate<JsonNode> wanted) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "trade-suite")
                .build();
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            // The time-out of the request ends with the headers; this one holds for the body too.
            return read(call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS), wanted);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw GammaFailure.passing(
                    "did not answer within %d ms".formatted(settings.timeout().toMillis()));
        } catch (ExecutionException e) {
            throw GammaFailure.passing("did not answer: " + reason(e));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new MarketSourceException("Stopped while waiting for the Gamma API", e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> response, Predicate<JsonNode> wanted) {
        if (response.statusCode() != 200) {
            throw GammaFailure.answered(
                    response.statusCode(),
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(header -> BackOff.retryAfter(header.strip(), clock.instant())));
        }
        try (InputStream body = body(response)) {
            JsonNode answer = json.readTree(body);
            if (wanted.test(answer)) {
                return answer;
            }
        } catch (IOException | JacksonException e) {
            throw GammaFailure.passing("answered JSON that breaks off or is none");
        }
        throw GammaFailure.passing("answered something else than was asked for");
    }

    private static InputStream body(HttpResponse<byte[]> response) throws IOException {
        InputStream bytes = new ByteArrayInputStream(response.body());
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    private URI uri(String path, List<Map.Entry<String, String>> query) {
        String base = settings.url().toString().replaceAll("/+$", "");
        return URI.create(base + path + "?"
                + query.stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
