package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan and where it stands.
 *
 * @param version grows with every change of the state
 * @param planHash as it was when the plan was made
 * @param approval it waits for, or has; empty before it was asked for
 * @param outcome why it ended as it did; empty before that
 */
public record PlannedRebalancing(
        UUID id,
        Origin origin,
        RebalancingPlan plan,
        String planHash,
        RebalancingState state,
        long version,
        Optional<Permit> approval,
        Optional<Reason> outcome,
        Instant updatedAt) {

    /**
     * Who wanted it.
     *
     * @param askedBy who, or what
     */
    public record Origin(RebalancingTrigger trigger, String askedBy, String reason, Instant at) {}

    /**
     * An approval.
     *
     * @param validUntil until when it can be carried out
     */
    public record Permit(UUID id, Instant validUntil) {}

    static PlannedRebalancing draft(UUID id, Origin origin, RebalancingPlan plan) {
        return new PlannedRebalancing(
                id,
                origin,
                plan,
                plan.hash(),
                RebalancingState.DRAFT,
                0,
                Optional.empty(),
                Optional.empty(),
                origin.at());
    }

    /** Account it is about. */
    public String account() {
        return plan.basis().account();
    }

    /** Whether its state is final. */
    public boolean isOver() {
        return RebalancingTable.after(state).isEmpty();
    }

    /** Whether it may still come to something. */
    boolean isUnderWay() {
        return state == RebalancingState.PENDING_APPROVAL
                || state == RebalancingState.APPROVED
                || state == RebalancingState.EXECUTING;
    }

    /** Whether there is an approval that can be carried out then. */
    boolean holdsAt(Instant moment) {
        return approval.filter(permit -> permit.validUntil().isAfter(moment)).isPresent();
    }

    boolean mayBecome(RebalancingState next) {
        return RebalancingTable.after(state).contains(next);
    }

    /** At the next state, without a reason yet. */
    PlannedRebalancing to(RebalancingState next, Instant now) {
        return next(next, Optional.empty(), now);
    }

    /** At its end. */
    PlannedRebalancing ended(RebalancingState next, Reason why, Instant now) {
        return next(next, Optional.of(why), now);
    }

    /** With an approval that can be carried out until then. */
    PlannedRebalancing with(Permit permit, Instant now) {
        return new PlannedRebalancing(
                id, origin, plan, planHash, state, version + 1, Optional.of(permit), outcome, now);
    }

    private PlannedRebalancing next(RebalancingState next, Optional<Reason> why, Instant now) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("a rebalancing that is %s cannot become %s".formatted(state, next));
        }
        return new PlannedRebalancing(id, origin, plan, planHash, next, version + 1, approval, why, now);
    }
}
