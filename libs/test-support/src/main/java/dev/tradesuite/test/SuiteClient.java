package dev.tradesuite.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls the service under test the way a user does.
 *
 * <p>Immutable: {@link #with} and {@link #header} give a client that differs.
 */
public final class SuiteClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PropertyResolver environment;
    private final Map<String, String> headers;

    SuiteClient(PropertyResolver environment) {
        this(environment, Map.of());
    }

    /** A client of a service that a test has started by hand. */
    public static SuiteClient of(ApplicationContext service) {
        return new SuiteClient(service.getEnvironment());
    }

    /** A client of a service in a process of its own, which listens on a port of this machine. */
    public static SuiteClient at(int port) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("process", Map.of("local.server.port", port)));
        return new SuiteClient(new PropertySourcesPropertyResolver(sources));
    }

    private SuiteClient(PropertyResolver environment, Map<String, String> headers) {
        this.environment = environment;
        this.headers = headers;
    }

    /** A client that sends a token with the given scopes. */
    public SuiteClient with(String... scopes) {
        return header("Authorization", TestTokens.bearer(scopes));
    }

    /** A client that sends a token of somebody who sees what is his or his groups' and nothing else. */
    public SuiteClient as(String subject, List<String> groups, String... scopes) {
        return header("Authorization", TestTokens.bearerOf(subject, groups, scopes));
    }

    /** A client that sends the header with every request. */
    public SuiteClient header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SuiteClient(environment, more);
    }

    /** Gets what is at the path. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Deletes what is at the path. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /**
     * Posts JSON.
     *
     * @param body JSON text as it is, anything else written as snake_case JSON; null for no body
     */
    public Answer post(String path, @Nullable Object body) {
        return json().send("POST", path, publisher(body));
    }

    /**
     * Puts JSON.
     *
     * @param body as for {@link #post}
     */
    public Answer put(String path, @Nullable Object body) {
        return json().send("PUT", path, publisher(body));
    }

    /**
     * Patches with JSON.
     *
     * @param body as for {@link #post}
     */
    public Answer patch(String path, @Nullable Object body) {
        return json().send("PATCH", path, publisher(body));
    }

    /** Any method and body; the content type is a {@link #header}. */
    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Address of a path of the service under test. */
    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:%s%s".formatted(environment.getRequiredProperty("local.server.port"), path));
    }

    private SuiteClient json() {
        return headers.containsKey("Content-Type") ? this : header("Content-Type", "application/json");
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            case Object value -> BodyPublishers.ofString(JSON.writeValueAsString(value));
        };
    }

    /**
     * What came back.
     *
     * @param text body as it is
     */
    public record Answer(int status, HttpHeaders headers, String text) {

        /** The body as JSON; a missing node when it is empty. */
        public JsonNode json() {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        }

        /** The body as a record of the contracts. */
        public <T> T as(Class<T> type) {
            return JSON.readValue(text, type);
        }
    }
}
