package dev.tradesuite.brain.feed.client;

import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.brain.feed.FeedException;
import dev.tradesuite.brain.feed.TwelveDataSettings;
import dev.tradesuite.instruments.Instrument;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Twelve Data. The key goes into the header {@code Authorization} and nowhere else; no redirect is followed, as
 * it would carry the key along.
 */
final class TwelveDataHttp {

    private static final Pattern KEY = Pattern.compile("[!-~]+");
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_SECONDS = 3_600;

    private final HttpClient http;
    private final JsonMapper json;
    private final TwelveDataSettings settings;

    TwelveDataHttp(TwelveDataSettings settings, JsonMapper json) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.json = json;
        this.settings = settings;
    }

    /**
     * Asks for bars.
     *
     * @param from first wanted open time of each instrument of the query
     * @throws FeedException when there is no answer, or an error for all of it
     */
    Map<Instrument, FeedAnswer> bars(TimeSeriesQuery query, Map<Instrument, Instant> from) {
        String key = key();
        HttpResponse<byte[]> response = response(request(query, key));
        JsonNode answer = tree(response);
        List<Instrument> instruments = query.instruments();
        Optional<TwelveDataError> error = TwelveDataError.in(answer, response.statusCode(), key);
        if (error.isPresent()) {
            return ofAll(error.get(), instruments, response);
        }
        TimeSeriesReader reader = new TimeSeriesReader(query);
        Map<Instrument, FeedAnswer> answers = new LinkedHashMap<>();
        for (Instrument instrument : instruments) {
            JsonNode part = part(answer, instrument, instruments.size());
            answers.put(
                    instrument,
                    TwelveDataError.in(part, 200, key)
                            .map(TwelveDataHttp::refused)
                            .orElseGet(
                                    () -> reader.read(part, instrument, from.getOrDefault(instrument, query.from()))));
        }
        return answers;
    }

    /** An error for a whole call is one of its only symbol where it can be. */
    private static Map<Instrument, FeedAnswer> ofAll(
            TwelveDataError error, List<Instrument> instruments, HttpResponse<?> response) {
        if (!error.isNoData() && !(instruments.size() == 1 && error.isOfSymbols())) {
            throw failure(error, response);
        }
        return instruments.stream().collect(Collectors.toMap(Function.identity(), _ -> refused(error)));
    }

    private String key() {
        String key = settings.apiKey();
        if (key == null || key.isBlank()) {
            throw FeedException.lasting("suite.brain.twelve-data.api-key is not set");
        }
        if (!KEY.matcher(key.strip()).matches()) {
            throw FeedException.lasting("suite.brain.twelve-data.api-key has characters that no key has");
        }
        return key.strip();
    }

    private HttpRequest request(TimeSeriesQuery query, String key) {
        String base = settings.baseUrl().toString();
        String path = base.endsWith("/") ? "time_series?" : "/time_series?";
        return HttpRequest.newBuilder(URI.create(base
                        + path
                        + query.parameters().entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                .header("Authorization", "apikey " + key)
                .header("Accept", "application/json")
                .header("User-Agent", "trade-suite")
                .build();
    }

    private HttpResponse<byte[]> response(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            // A time-out of the request would end with the headers; this one holds for the body too.
            return call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            call.cancel(true);
            throw new FeedException(
                    "Twelve Data did not answer within " + settings.timeout().toMillis() + " ms");
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new FeedException(
                    "Twelve Data did not answer: " + cause.getClass().getSimpleName());
        } catch (InterruptedException _) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new FeedException("stopped while waiting for Twelve Data");
        }
    }

    private JsonNode tree(HttpResponse<byte[]> response) {
        try {
            JsonNode answer = json.readTree(response.body());
            if (answer.isObject()) {
                return answer;
            }
        } catch (JacksonException _) {
            // Told below, like an answer that is something else.
        }
        if (response.statusCode() >= 300) {
            return json.createObjectNode();
        }
        throw new FeedException("Twelve Data answered JSON that breaks off or is none");
    }

    /** The part of an answer about one symbol: the answer itself when only one was asked for. */
    private JsonNode part(JsonNode answer, Instrument instrument, int asked) {
        JsonNode named = answer.path(TimeSeriesQuery.symbol(instrument));
        return asked == 1 && named.isMissingNode() ? answer : named;
    }

    private static FeedAnswer refused(TwelveDataError error) {
        return error.isNoData() ? FeedAnswer.of(List.of()) : new FeedAnswer.Refused(error.told());
    }

    private static FeedException failure(TwelveDataError error, HttpResponse<?> response) {
        if (error.code() == 429 || response.headers().firstValue("Retry-After").isPresent()) {
            return FeedException.busy(error.told(), retryAfter(response));
        }
        return error.isLasting() ? FeedException.lasting(error.told()) : new FeedException(error.told());
    }

    /** In seconds; a minute when none is stated, since credits are counted by the minute. */
    private static Duration retryAfter(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(stated ->
                            Duration.ofSeconds(Math.clamp(Long.parseLong(stated.strip()), 1L, LONGEST_PAUSE_SECONDS)))
                    .orElse(PAUSE);
        } catch (NumberFormatException _) {
            return PAUSE;
        }
    }
}
