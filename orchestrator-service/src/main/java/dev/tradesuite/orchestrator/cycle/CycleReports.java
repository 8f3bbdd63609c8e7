package dev.tradesuite.orchestrator.cycle;

import java.util.Optional;
import java.util.UUID;

/** What the controllers reported, as ledger-service keeps it. */
public interface CycleReports {

    /**
     * The report of a cycle that ended well, as JSON; empty when it is not kept any more. Fails when ledger-service
     * cannot answer.
     */
    Optional<String> find(long portfolioId, UUID cycleId);
}
