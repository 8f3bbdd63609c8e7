package dev.tradesuite.support.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The token this service calls others with: asked for once, used until shortly before it expires.
 *
 * <p>Safe for many threads. While the issuer is away a token that still holds is used on.
 */
final class ServiceTokens {

    private static final String ISSUER = "token issuer";

    /** A token is renewed when less than this share of its life is left. */
    private static final int RENEWAL_SHARE = 5;

    /** After a failed renewal the next attempt waits this long, as long as the old token holds. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final RestClient http;
    private final ClientSettings.ServiceClient client;
    private final String secret;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();

    private volatile @Nullable Token token;

    ServiceTokens(RestClient http, ClientSettings.ServiceClient client, Clock clock) {
        if (client.secret() == null || client.secret().isBlank()) {
            throw new ConfigMistake(
                    "suite.service-client.secret is not set",
                    "Set it to the secret the token issuer knows the client %s by.".formatted(client.id()));
        }
        this.http = http;
        this.client = client;
        this.secret = client.secret();
        this.clock = clock;
    }

    /**
     * A token that holds now.
     *
     * @throws ServiceUnavailableException when there is none and the issuer cannot give one
     */
    String current() {
        Token held = token;
        Instant now = clock.instant();
        if (held != null && now.isBefore(held.renewAt)) {
            return held.value;
        }
        if (held != null && now.isBefore(held.expiresAt)) {
            return renewedUnlessBusy(held, now);
        }
        renewing.lock();
        try {
            Token found = token;
            return found != null && now.isBefore(found.expiresAt) ? found.value : renew().value;
        } finally {
            renewing.unlock();
        }
    }

    private String renewedUnlessBusy(Token held, Instant now) {
        if (!renewing.tryLock()) {
            return held.value;
        }
        try {
            return renew().value;
        } catch (ServiceUnavailableException _) {
            token = new Token(held.value, now.plus(RETRY), held.expiresAt);
            return held.value;
        } finally {
            renewing.unlock();
        }
    }

    private Token renew() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Instant asked = clock.instant();
        Answer answer;
        try {
            answer = http.post()
                    .uri(client.tokenUri())
                    .headers(headers -> headers.setBasicAuth(client.id(), secret))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(Answer.class);
        } catch (ResourceAccessException e) {
            throw new ServiceUnavailableException(ISSUER, Reason.OFFLINE, "nothing answers at " + client.tokenUri(), e);
        } catch (RestClientException e) {
            throw new ServiceUnavailableException(
                    ISSUER,
                    Reason.ERROR,
                    "%s gives no token to client %s".formatted(client.tokenUri(), client.id()),
                    e);
        }
        if (answer == null || answer.accessToken == null) {
            throw new ServiceUnavailableException(ISSUER, Reason.ERROR, client.tokenUri() + " answers without a token");
        }
        Duration life = Duration.ofSeconds(Math.max(answer.expiresIn, 1));
        Token fresh =
                new Token(answer.accessToken, asked.plus(life.minus(life.dividedBy(RENEWAL_SHARE))), asked.plus(life));
        token = fresh;
        return fresh;
    }

    private record Token(String value, Instant renewAt, Instant expiresAt) {}

    private record Answer(
            @JsonProperty("access_token") @Nullable String accessToken, @JsonProperty("expires_in") long expiresIn) {}
}
