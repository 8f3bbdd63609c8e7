package dev.tradesuite.portfolio.monitoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps what risk-service is to be told, until it has heard. */
public interface AccountRestrictionStore {

    /**
     * An account that is to be restricted.
     *
     * @param cause why, in a sentence
     * @param attempts so far, this one included
     */
    record Restriction(UUID id, String accountId, String cause, int attempts) {}

    /** Adds one, in the transaction under way. */
    void add(Restriction restriction, Instant now);

    /**
     * Takes one that is due, so that nobody else does before the lease is over.
     *
     * @param leaseUntil when somebody else may take it
     */
    Optional<Restriction> claim(Instant now, Instant leaseUntil);

    /** It was heard. */
    void done(UUID id, Instant at);

    /** It is to be tried again. */
    void retry(UUID id, Instant due, String failure);

    /** How many wait, and why the one that waits longest failed last. */
    Waiting waiting();

    /**
     * What waits.
     *
     * @param failure of the oldest; empty when nothing failed
     */
    record Waiting(long count, Optional<String> failure) {}
}
