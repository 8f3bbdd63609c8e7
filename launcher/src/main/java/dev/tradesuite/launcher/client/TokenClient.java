package dev.tradesuite.launcher.client;

import dev.tradesuite.launcher.SuiteException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets bearer tokens from the issuer by client credentials. */
public final class TokenClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final String issuer;
    private final String clientId;
    private final String clientSecret;

    public TokenClient(String issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** A token with these scopes. */
    public String token(List<String> scopes) {
        String form = "grant_type=client_credentials&scope="
                + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = Http.send(request, "the token issuer");
        JsonNode body = read(response.body());
        if (response.statusCode() != OK) {
            throw new SuiteException("the token issuer refused %s: %s"
                    .formatted(clientId, refusal(body, response.statusCode(), scopes)));
        }
        return body.path("access_token").asString();
    }

    private String credentials() {
        return Base64.getEncoder()
                .encodeToString("%s:%s".formatted(clientId, clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    private static String refusal(JsonNode body, int status, List<String> scopes) {
        String error = body.path("error").asString("");
        return switch (error) {
            case "invalid_scope" -> "it may not have one of the scopes " + String.join(", ", scopes);
            case "invalid_client" ->
                "its secret is wrong; secrets.properties was changed after the start, so restart the suite";
            case "" -> "status " + status;
            default -> error;
        };
    }
}
