package dev.tradesuite.ledger.prediction;

import java.util.OptionalLong;
import java.util.UUID;

/** The runs the orchestrator has begun. */
@FunctionalInterface
public interface CycleClaims {

    /** The highest fence that a run of the cycle was given; empty when the portfolio has no such cycle. */
    OptionalLong newestFence(long portfolioId, UUID cycleId);
}
