package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The paper orders as stored. */
public interface Orders {

    Optional<PaperOrder> find(UUID id);

    /** Orders of a cycle, in the order they were taken. */
    List<PaperOrder> ofCycle(long portfolioId, UUID cycleId);

    void add(PaperOrder order);

    /** Stores how an order ended. */
    void end(PaperOrder order);

    /** Orders taken before this moment that have not ended. */
    List<PaperOrder> waitingSince(Instant moment);
}
