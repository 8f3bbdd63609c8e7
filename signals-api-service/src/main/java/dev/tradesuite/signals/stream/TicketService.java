package dev.tradesuite.signals.stream;

import dev.tradesuite.support.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Gives tickets for the feed and takes them back, each once: a browser can send no header with a WebSocket, and a token
 * in an address would be written down on the way.
 */
public final class TicketService {

    private static final int BYTES = 32;

    /**
     * A ticket.
     *
     * @param value what the client shows
     * @param validUntil until when it may
     */
    public record Ticket(String value, Instant validUntil) {}

    private final TicketStore store;
    private final Duration life;
    private final Clock clock;
    private final SecureRandom random;

    public TicketService(TicketStore store, Duration life, Clock clock, SecureRandom random) {
        this.store = store;
        this.life = life;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new ticket.
     *
     * @param tokenEnd when the token ends of the one who asks; the ticket is no longer good then
     */
    public Ticket give(Instant tokenEnd) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant until = clock.instant().plus(life);
        Instant validUntil = until.isBefore(tokenEnd) ? until : tokenEnd;
        store.add(hash(value), validUntil, tokenEnd);
        return new Ticket(value, validUntil);
    }

    /** Takes a ticket back; when the token ends it was given for, or empty when it is not good, or not any more. */
    public Optional<Instant> take(String value) {
        return store.take(hash(value), clock.instant());
    }

    /** Deletes tickets nobody used. */
    public void forgetExpired() {
        var _ = store.forgetExpired(clock.instant());
    }

    private static byte[] hash(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
