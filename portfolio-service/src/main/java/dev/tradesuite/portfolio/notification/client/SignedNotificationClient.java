package dev.tradesuite.portfolio.notification.client;

import dev.tradesuite.portfolio.notification.Notification;
import dev.tradesuite.portfolio.notification.NotificationSender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages as JSON, signed: {@code X-Suite-Signature} is {@code sha256=} and the HMAC-SHA256, in hex, of
 * {@code X-Suite-Timestamp}, a point and the body. Redirects are not followed; any status of 2xx means taken.
 */
public final class SignedNotificationClient implements NotificationSender {

    private static final String ALGORITHM = "HmacSHA256";

    private final HttpClient http;
    private final URI url;
    private final SecretKeySpec secret;
    private final Duration timeout;

    public SignedNotificationClient(URI url, String secret, Duration timeout) {
        this.url = url;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                // Whoever listens need not know of an upgrade.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<String> send(Notification notification, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("X-Suite-Id", notification.id().toString())
                .header("X-Suite-Type", notification.type())
                .header("X-Suite-Timestamp", timestamp)
                .header("X-Suite-Signature", "sha256=" + signature(timestamp, notification.body()))
                .POST(BodyPublishers.ofString(notification.body()))
                .build();
        // The time-out of the request ends with the headers of the answer; this one holds for all of it.
        CompletableFuture<Integer> status =
                http.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
        try {
            int answered = status.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answered / 100 == 2 ? Optional.empty() : Optional.of("answered " + answered);
        } catch (TimeoutException _) {
            status.cancel(true);
            return Optional.of("no answer within " + timeout);
        } catch (ExecutionException e) {
            return Optional.of("not reached: " + String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
