package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway of the suite, as a client calls it that expects faults. Safe for use by several threads. */
final class FrontDoor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Answers after which a client sends the same again. */
    private static final Set<Integer> AGAIN = Set.of(401, 408, 425, 429);

    private static final String KEY_IN_USE = "IDEMPOTENCY_KEY_IN_USE";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI gateway;
    private volatile String token = "";

    FrontDoor(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * An answer, or that there was none.
     *
     * @param status of HTTP; 0 when the connection failed or the time was over
     * @param text body, or why there is none
     */
    record Answer(int status, String text) {

        boolean good() {
            return status / 100 == 2;
        }

        /** Whether it is the last word on the request. */
        boolean isFinal() {
            return status >= 200
                    && status < 500
                    && !AGAIN.contains(status)
                    && !(status == 409 && text.contains(KEY_IN_USE));
        }

        /** Why nothing was done, without what differs from one request to the next. */
        String inShort() {
            if (!text.startsWith("{")) {
                return status + " " + text;
            }
            JsonNode body = json();
            JsonNode reasons =
                    body.path("decision").isObject() ? body.path("decision").path("reasons") : body.path("reasons");
            String why = good()
                    ? reasons.findValuesAsString("code").toString()
                    : body.path("code").asString("") + ": "
                            + body.path("detail").asString("");
            return status + " " + why.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "...");
        }

        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Gets a token that lasts as long as the suite's settings say. */
    void signIn(URI issuer, SuiteSecrets secrets) {
        String credentials = SuiteSecrets.CLI_CLIENT + ":" + secrets.cliSecret();
        Answer answer = send(HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope="
                        + URLEncoder.encode(
                                "trade:read trade:execute portfolio:write risk:admin", StandardCharsets.UTF_8))));
        if (!answer.good()) {
            throw new IllegalStateException("no token: " + answer);
        }
        token = answer.json().path("access_token").asString();
    }

    /** A POST, with a key when there is one. */
    Answer post(String path, Map<String, ?> body, @Nullable String key) {
        HttpRequest.Builder request = with(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    Answer put(String path, Map<String, ?> body) {
        return send(with(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer get(String path) {
        return send(with(path).GET());
    }

    /** Asks another address than the gateway, without a token. */
    boolean answers(URI address) {
        return send(HttpRequest.newBuilder(address).GET()).good();
    }

    private HttpRequest.Builder with(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }
}
