package dev.tradesuite.ledger.prediction;

import java.util.UUID;

/**
 * Who writes: an instance that runs a cycle.
 *
 * @param portfolioId portfolio
 * @param cycleId cycle
 * @param fence number of the run, higher than those before it; 0 for the one that stood when the cycle began
 */
public record FencedRun(long portfolioId, UUID cycleId, long fence) {

    FencedRun withFence(long other) {
        return new FencedRun(portfolioId, cycleId, other);
    }
}
