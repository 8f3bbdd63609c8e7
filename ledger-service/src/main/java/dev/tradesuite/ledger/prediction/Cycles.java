package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The cycles as stored. */
public interface Cycles {

    Optional<Cycle> find(long portfolioId, UUID cycleId);

    /** Stores a cycle that begins; for one that has begun, the fence that stands in for none. */
    void begin(long portfolioId, Cycle cycle);

    void complete(long portfolioId, Cycle cycle);

    /** Forgets cycles that began before this moment. */
    void forgetBefore(Instant moment);
}
