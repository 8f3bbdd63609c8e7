package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A look at strategies and what came of it.
 *
 * @param asOf when the returns were read
 * @param outcomes by code
 */
public record RotationRun(UUID id, Cause cause, String person, Instant asOf, List<Outcome> outcomes) {

    public RotationRun {
        outcomes = List.copyOf(outcomes);
    }

    /** Why strategies are looked at. */
    public enum Cause {
        /** Something has happened to them. */
        MARKED,
        /** Somebody asked for it. */
        PERSON
    }

    /**
     * What came of one strategy.
     *
     * @param proposal made, renewed or waiting; empty when there is none
     */
    public record Outcome(String code, Reason reason, List<GateEvidence> evidence, Optional<UUID> proposal) {

        public Outcome {
            evidence = List.copyOf(evidence);
        }
    }
}
