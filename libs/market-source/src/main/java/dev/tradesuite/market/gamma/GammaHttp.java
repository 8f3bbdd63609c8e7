package dev.tradesuite.market.gamma;

import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.MarketSourceSettings;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads lists from the Gamma API, slowly enough for it and as often as needed.
 *
 * <p>A call is tried again after 429, 5xx, a time-out, a broken connection and an answer that is no JSON list. The
 * pause doubles each time less a random part, so that many clients do not come back together; a {@code Retry-After} is
 * obeyed to the second. Any other status is final.
 */
final class GammaHttp {

    private final HttpClient client;
    private final ObjectMapper json;
    private final MarketSourceSettings.Gamma settings;
    private final Clock clock;
    private final Pauses pauses;
    private final Pace pace;
    private final RandomGenerator random;

    GammaHttp(
            ObjectMapper json,
            MarketSourceSettings.Gamma settings,
            Clock clock,
            Pauses pauses,
            RandomGenerator random) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.pauses = pauses;
        this.pace = new Pace(settings.requestsPerSecond(), System::nanoTime, pauses);
        this.random = random;
    }

    /** The list at a path. */
    JsonNode list(String path, List<Map.Entry<String, String>> query) {
        URI uri = uri(path, query);
        for (int attempt = 1; ; attempt++) {
            pace.await();
            switch (call(uri)) {
                case Answer answer -> {
                    return answer.list();
                }
                case Failure failure -> pauses.rest(pauseAfter(failure, attempt, uri));
            }
        }
    }

    private sealed interface Attempt {}

    private record Answer(JsonNode list) implements Attempt {}

    /**
     * A call without an answer.
     *
     * @param what happened, for a person
     * @param again whether another attempt may help
     * @param retryAfter how long the venue wants to be left alone
     */
    private record Failure(String what, boolean again, Optional<Duration> retryAfter) implements Attempt {

        static Failure passing(String what) {
            return new Failure(what, true, Optional.empty());
        }
    }

    private Duration pauseAfter(Failure failure, int attempt, URI uri) {
        Duration pause = failure.retryAfter().orElseGet(() -> backOff(attempt));
        if (!failure.again() || attempt >= settings.attempts()) {
            throw new MarketSourceException("%s %s (attempt %d of %d)"
                    .formatted(uri.getRawPath(), failure.what(), attempt, settings.attempts())
                    .transform(this::atVenue));
        }
        if (pause.compareTo(settings.longestRetry()) > 0) {
            throw new MarketSourceException("%s %s and asks for a pause of %d s, more than the %d s allowed"
                    .formatted(
                            uri.getRawPath(),
                            failure.what(),
                            pause.toSeconds(),
                            settings.longestRetry().toSeconds())
                    .transform(this::atVenue));
        }
        return pause;
    }

    /** first x 2^(attempt - 1), at most the longest, and of that a random half to whole. */
    private Duration backOff(int attempt) {
        double doubled = (double) settings.firstRetry().toMillis() * Math.pow(2, attempt - 1.0);
        double bounded = Math.min(doubled, (double) settings.longestRetry().toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.5 + random.nextDouble() / 2)));
    }

    private Attempt call(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "trade-suite")
                .build();
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            // The time-out of the request ends with the headers; this one holds for the body too.
            return read(call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            return Failure.passing(
                    "did not answer within %d ms".formatted(settings.timeout().toMillis()));
        } catch (ExecutionException e) {
            return Failure.passing("did not answer: " + reason(e));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new MarketSourceException("Stopped while waiting for the Gamma API", e);
        }
    }

    private Attempt read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return readList(response);
        }
        boolean again = status == 429 || status >= 500;
        return new Failure("answered " + status, again, again ? retryAfter(response) : Optional.empty());
    }

    private Attempt readList(HttpResponse<byte[]> response) {
        try (InputStream body = body(response)) {
            JsonNode answer = json.readTree(body);
            return answer.isArray() ? new Answer(answer) : Failure.passing("answered something else than a list");
        } catch (IOException | JacksonException e) {
            return Failure.passing("answered JSON that breaks off or is none");
        }
    }

    private static InputStream body(HttpResponse<byte[]> response) throws IOException {
        InputStream bytes = new ByteArrayInputStream(response.body());
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }

    /** Seconds or a date; something else is as good as nothing. */
    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").map(String::strip).flatMap(value -> {
            try {
                Duration pause = value.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(value))
                        : Duration.between(clock.instant(), httpDate(value));
                return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Instant httpDate(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    private String atVenue(String what) {
        return "The Gamma API at %s: %s".formatted(settings.url(), what);
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
