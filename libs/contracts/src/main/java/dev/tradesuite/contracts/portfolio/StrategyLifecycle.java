package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.risk.TradingState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a strategy stands and where it may go. {@code GET /api/v1/strategies/{code}/lifecycle}.
 *
 * @param code of the strategy
 * @param since when it came into this state
 * @param transitions every state it may go to from here, and what it has to show for it; none when it is retired
 * @param restriction what risk-service is told about its orders; absent when there was never anything to tell
 */
public record StrategyLifecycle(
        String code,
        LifecycleState state,
        Instant since,
        List<Transition> transitions,
        @Nullable Restriction restriction) {

    /**
     * A step that may be taken.
     *
     * @param allowed whether every gate is passed
     * @param approval whether it takes somebody with the scope {@code approve}
     * @param evidence of each gate; none where nothing has to be shown
     */
    public record Transition(LifecycleState to, boolean allowed, boolean approval, List<LifecycleEvidence> evidence) {}

    /**
     * What the orders of the strategy may do.
     *
     * @param state REDUCE_ONLY when it is suspended or retired, ACTIVE when it has come back
     * @param since when that was decided
     * @param doneAt when risk-service had it; absent while it is not told
     * @param note what came of it, or why it could not be told so far
     */
    public record Restriction(TradingState state, Instant since, @Nullable Instant doneAt, @Nullable String note) {}
}
