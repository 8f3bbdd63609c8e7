package dev.tradesuite.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Calls services with a bearer token. Safe for use by several threads. */
public final class SuiteClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String SCOPES = "trade:read trade:execute portfolio:write risk:admin";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final String token;

    private SuiteClient(HttpClient http, String token) {
        this.http = http;
        this.token = token;
    }

    static SuiteClient signedIn(URI issuer, SuiteSecrets secrets) {
        return signedIn(issuer, secrets, SCOPES);
    }

    static SuiteClient signedIn(URI issuer, SuiteSecrets secrets, String scopes) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String credentials = SuiteSecrets.CLI_CLIENT + ":" + secrets.cliSecret();
        HttpRequest request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=" + URLEncoder.encode(scopes, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<byte[]> answer = send(http, request);
        return new SuiteClient(
                http, JSON.readTree(answer.body()).path("access_token").asString());
    }

    /** A POST of a record as JSON, ready to be timed by {@link #timed}. */
    public HttpRequest post(URI uri, Object body) {
        return json(uri).POST(json(body)).build();
    }

    /** A POST without a body. */
    public HttpRequest post(URI uri) {
        return authorized(uri).POST(BodyPublishers.noBody()).build();
    }

    /** A POST of a record as JSON with an idempotency key. */
    public HttpRequest post(URI uri, Object body, String idempotencyKey) {
        return json(uri)
                .header("Idempotency-Key", idempotencyKey)
                .POST(json(body))
                .build();
    }

    /** A POST of a file. */
    public HttpRequest postFile(URI uri, String contentType, byte[] content) {
        return authorized(uri)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(content))
                .build();
    }

    /** A PUT of a record as JSON. */
    public HttpRequest put(URI uri, Object body) {
        return json(uri).PUT(json(body)).build();
    }

    /** A GET. */
    public HttpRequest get(URI uri) {
        return authorized(uri).GET().build();
    }

    /** Sends a request and reads the answer as a record. */
    public <T> T read(HttpRequest request, Class<T> type) {
        return timed(request).as(type);
    }

    /** Sends a request and measures the time until the last byte of the answer. */
    public Answer timed(HttpRequest request) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = send(http, request);
        return new Answer(System.nanoTime() - start, answer.body());
    }

    private HttpRequest.Builder json(URI uri) {
        return authorized(uri).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static HttpResponse<byte[]> send(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(
                                request.method(),
                                request.uri(),
                                answer.statusCode(),
                                new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer; is the suite up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
        }
    }

    /** An answer and how long it took in nanoseconds. */
    public static final class Answer {

        private final long nanos;
        private final byte[] body;

        Answer(long nanos, byte[] body) {
            this.nanos = nanos;
            this.body = body;
        }

        public long nanos() {
            return nanos;
        }

        /** The body as a record of the contracts. */
        public <T> T as(Class<T> type) {
            return JSON.readValue(body, type);
        }

        /** A body of one record a line, as records of the contracts. */
        public <T> List<T> lines(Class<T> type) {
            return new String(body, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JSON.readValue(line, type))
                    .toList();
        }
    }
}
