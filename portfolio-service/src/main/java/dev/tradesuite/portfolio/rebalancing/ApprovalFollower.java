package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Lets rebalancings follow what became of their approvals, whoever tells of it first. */
public final class ApprovalFollower {

    private final RebalancingStore store;
    private final RebalancingEvents events;
    private final UnitOfWork work;
    private final Duration validFor;
    private final Clock clock;

    /** @param validFor how long an approval can be carried out once it is given */
    ApprovalFollower(
            RebalancingStore store, RebalancingEvents events, UnitOfWork work, Duration validFor, Clock clock) {
        this.store = store;
        this.events = events;
        this.work = work;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** An approval was asked for, or stands so by now; what is known already changes nothing. */
    void learn(UUID rebalancing, ApprovalDesk.Standing standing) {
        work.durable(() -> store.lock(rebalancing).ifPresent(found -> learn(found, standing)));
    }

    /** As {@link #learn(UUID, ApprovalDesk.Standing)}, of the rebalancing whose approval this is; of others nothing. */
    public void heard(UUID approval, ApprovalDesk.Standing standing) {
        work.durable(() -> store.lockByApproval(approval).ifPresent(found -> learn(found, standing)));
    }

    private void learn(PlannedRebalancing found, ApprovalDesk.Standing standing) {
        if (found.state() == RebalancingState.PENDING_APPROVAL) {
            next(found, standing).ifPresent(next -> {
                store.save(next);
                events.changed(next);
            });
        }
    }

    private Optional<PlannedRebalancing> next(PlannedRebalancing found, ApprovalDesk.Standing standing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (standing) {
            case ApprovalDesk.Standing.Pending(UUID id, Instant expiresAt) ->
                found.approval().isPresent()
                        ? Optional.empty()
                        : Optional.of(found.with(new PlannedRebalancing.Permit(id, expiresAt), now));
            case ApprovalDesk.Standing.Approved(UUID id, String hash, Instant at) ->
                Optional.of(approved(found, id, hash, at, now));
            case ApprovalDesk.Standing.Rejected rejected ->
                Optional.of(found.ended(
                        RebalancingState.REJECTED,
                        Reason.of(
                                RebalancingReason.REJECTED_BY_PERSON,
                                "%s said: %s".formatted(rejected.by(), rejected.reason())),
                        now));
            case ApprovalDesk.Standing.Expired _ ->
                Optional.of(found.ended(
                        RebalancingState.EXPIRED,
                        Reason.of(RebalancingReason.APPROVAL_OVER, "Nobody decided in time"),
                        now));
            case ApprovalDesk.Standing.Silent _ -> Optional.empty();
        };
    }

    private PlannedRebalancing approved(PlannedRebalancing found, UUID id, String hash, Instant at, Instant now) {
        Instant until = found.approval()
                .map(PlannedRebalancing.Permit::validUntil)
                .filter(asked -> asked.isAfter(at.plus(validFor)))
                .orElseGet(() -> at.plus(validFor));
        PlannedRebalancing approved =
                found.with(new PlannedRebalancing.Permit(id, until), now).to(RebalancingState.APPROVED, now);
        return hash.equals(found.planHash())
                ? approved
                : approved.ended(
                        RebalancingState.FAILED,
                        Reason.of(
                                RebalancingReason.PLAN_NOT_AS_APPROVED,
                                "Approved was %s, the plan is %s".formatted(hash, found.planHash())),
                        now);
    }
}
