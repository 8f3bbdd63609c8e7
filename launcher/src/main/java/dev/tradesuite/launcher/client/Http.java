package dev.tradesuite.launcher.client;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP client of the commands. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private static final JsonMapper JSON = JsonMapper.shared();

    private Http() {}

    static HttpResponse<String> sendOrThrow(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request; a connection that fails becomes a sentence that names what should have answered. */
    static HttpResponse<String> send(HttpRequest request, String who) {
        try {
            return sendOrThrow(request);
        } catch (IOException e) {
            throw new SuiteException(
                    "%s does not answer at %s (%s); ./suite status shows what is up"
                            .formatted(who, request.uri().getAuthority(), e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while waiting for " + who, e);
        }
    }

    /** A refusal in words: the problem, with every faulty field; or the status, where the answer is none. */
    static String reason(HttpResponse<String> response) {
        String status = "status " + response.statusCode();
        try {
            JsonNode problem = JSON.readTree(response.body());
            StringBuilder reason = new StringBuilder(
                    problem.path("detail").asString(problem.path("title").asString(status)));
            for (JsonNode error : problem.path("errors")) {
                reason.append("\n  ")
                        .append(error.path("field").asString())
                        .append(": ")
                        .append(error.path("message").asString());
            }
            return reason.toString();
        } catch (JacksonException _) {
            return status;
        }
    }
}
