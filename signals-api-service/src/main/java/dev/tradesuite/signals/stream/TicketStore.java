package dev.tradesuite.signals.stream;

import java.time.Instant;
import java.util.Optional;

/** Tickets that were given and not yet used, known by their hash. */
public interface TicketStore {

    /** Keeps a ticket. */
    void add(byte[] hash, Instant validUntil, Instant tokenEnd);

    /** Takes a ticket out, so that nobody else can; when its token ends, or empty when it is unknown or too old. */
    Optional<Instant> take(byte[] hash, Instant now);

    /** Deletes what is too old. */
    int forgetExpired(Instant now);
}
