package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.support.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret part of a webhook's address: 256 random bits.
 *
 * <p>Only its SHA-256 is kept. A plain hash does: there is nothing to guess in 256 random bits, and a search by hash
 * tells nobody by its duration how near a guess was.
 *
 * @param value as it stands in the address
 */
public record WebhookToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new token. */
    public static WebhookToken random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new WebhookToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is kept of it. */
    public byte[] hash() {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells nothing: a token must not come into a log. */
    @Override
    public String toString() {
        return "WebhookToken[...]";
    }
}
