package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;
import java.util.Optional;

/** Keeps plans. Every method joins the transaction it is called in. */
public interface Plans {

    /** The plan; others that ask for the same one wait until the transaction ends. */
    Optional<Plan> findAndLock(long portfolioId);

    Optional<Plan> find(long portfolioId);

    void put(Plan plan);

    /** Notes that a cycle was due. */
    void noteDue(long portfolioId, Instant dueAt);
}
