package dev.tradesuite.signals.stream;

import dev.tradesuite.support.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives tickets for the feed and takes them back, each once: a browser can send no header with a WebSocket, and a token
 * in an address would be written down on the way.
 */
public final class TicketService {

    private static final int BYTES = 32;
    private static final String SEES_ALL = "all";
    private static final String SEES_ITS_OWN = "own";

    /**
     * A ticket.
     *
     * @param value what the client shows
     * @param validUntil until when it may
     */
    public record Ticket(String value, Instant validUntil) {}

    /**
     * Who comes with a ticket.
     *
     * @param tokenEnd when the token ends it was given for
     * @param reader who asked for it
     */
    public record Holder(Instant tokenEnd, StreamReader reader) {}

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
     * A new ticket. It says whose it is behind its secret; the hash that is kept is that of both, so nobody can change
     * the one and keep the other.
     *
     * @param tokenEnd when the token ends of the one who asks; the ticket is no longer good then
     * @param reader who asks
     */
    public Ticket give(Instant tokenEnd, StreamReader reader) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String value = encoded(secret) + "." + encoded(written(reader).getBytes(StandardCharsets.UTF_8));
        Instant until = clock.instant().plus(life);
        Instant validUntil = until.isBefore(tokenEnd) ? until : tokenEnd;
        store.add(hash(value), validUntil, tokenEnd);
        return new Ticket(value, validUntil);
    }

    /** Takes a ticket back; whose it is, or empty when it is not good, or not any more. */
    public Optional<Holder> take(String value) {
        return store.take(hash(value), clock.instant()).map(tokenEnd -> new Holder(tokenEnd, reader(value)));
    }

    /** Deletes tickets nobody used. */
    public void forgetExpired() {
        var _ = store.forgetExpired(clock.instant());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String written(StreamReader reader) {
        return Stream.concat(Stream.of(reader.seesAll() ? SEES_ALL : SEES_ITS_OWN), reader.names().stream())
                .collect(Collectors.joining("\n"));
    }

    /** Of a ticket that this service has given. */
    private static StreamReader reader(String value) {
        byte[] bytes = Base64.getUrlDecoder().decode(value.substring(value.indexOf('.') + 1));
        List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
        return new StreamReader(
                true,
                Set.copyOf(lines.subList(1, lines.size())),
                lines.getFirst().equals(SEES_ALL));
    }

    private static byte[] hash(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
