package dev.tradesuite.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Asks a part whether it is ready. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private Health() {}

    /** Whether the service at that URL says it is ready for requests. */
    public static boolean isReady(String url) {
        return answersOk(url + "/actuator/health/readiness");
    }

    /** Whether the issuer at that URL hands out its keys. */
    public static boolean issuerAnswers(String url) {
        return answersOk(url + "/oauth2/jwks");
    }

    private static boolean answersOk(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return Http.sendOrThrow(request).statusCode() == OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
