package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import java.util.List;

/**
 * Where a strategy stands and where it may go. {@code GET /api/v1/strategies/{code}/lifecycle}.
 *
 * @param code of the strategy
 * @param since when it came into this state
 * @param transitions every state it may go to from here, and what it has to show for it; none when it is retired
 */
public record StrategyLifecycle(String code, LifecycleState state, Instant since, List<Transition> transitions) {

    /**
     * A step that may be taken.
     *
     * @param allowed whether every gate is passed
     * @param approval whether it takes somebody with the scope {@code approve}
     * @param evidence of each gate; none where nothing has to be shown
     */
    public record Transition(LifecycleState to, boolean allowed, boolean approval, List<LifecycleEvidence> evidence) {}
}
