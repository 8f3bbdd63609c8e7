package dev.tradesuite.launcher.client;

import dev.tradesuite.launcher.SuiteException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks the issuer for an address that signs in whoever opens it, once and within a minute. */
public final class OneTimeCodeClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final String issuer;
    private final String clientId;
    private final String clientSecret;

    public OneTimeCodeClient(String issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The address to open. */
    public URI address() {
        String credentials = Base64.getEncoder()
                .encodeToString("%s:%s".formatted(clientId, clientSecret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = Http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/one-time-codes"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Basic " + credentials)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                "the token issuer");
        if (response.statusCode() != OK) {
            throw new SuiteException("the token issuer refused: " + response.body());
        }
        return URI.create(issuer + "/open?code=" + response.body());
    }
}
