package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import java.time.Instant;
import java.util.List;

/**
 * A step a strategy has taken.
 *
 * @param move what was asked for
 * @param evidence as it was measured; none where nothing had to be shown
 */
public record LifecycleStep(Move move, LifecycleState from, Instant at, List<GateEvidence> evidence) {

    public LifecycleStep {
        evidence = List.copyOf(evidence);
    }

    /**
     * A step that somebody wants.
     *
     * @param code of the strategy
     * @param person who, or what
     */
    public record Move(String code, LifecycleState to, LifecycleTrigger trigger, String person, String reason) {}
}
