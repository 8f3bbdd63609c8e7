package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.portfolio.rebalancing.RebalancingClaims.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the approval of plans, and looks what became of it. */
final class RebalancingApproval {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingApproval.class);

    private final RebalancingClaims claims;
    private final RebalancingRunner.Desks desks;
    private final RebalancingRunner.Market market;
    private final Duration holds;

    /** @param holds how long approval can be given, and be carried out then */
    RebalancingApproval(
            RebalancingClaims claims, RebalancingRunner.Desks desks, RebalancingRunner.Market market, Duration holds) {
        this.claims = claims;
        this.desks = desks;
        this.market = market;
        this.holds = holds;
    }

    /** Asks for approval, or how it stands. */
    Next ask(PlannedRebalancing found) {
        ApprovalDesk.Standing standing = found.approval()
                .map(permit -> desks.approvals().find(permit.id()))
                .orElseGet(() -> desks.approvals().ask(found, new ApprovalDesk.Term(pending(found), holds)));
        desks.follower().learn(found.id(), standing);
        return switch (standing) {
            case ApprovalDesk.Standing.Pending _ -> Next.WAIT;
            case ApprovalDesk.Standing.Silent(String why) -> {
                LOG.warn("Nobody tells of the approval of rebalancing {}: {}", found.id(), why);
                yield forgotten(found);
            }
            case ApprovalDesk.Standing.Approved _, ApprovalDesk.Standing.Rejected _, ApprovalDesk.Standing.Expired _ ->
                Next.GO_ON;
        };
    }

    /** An approval that could have been carried out no more, had it been given, is over whoever is silent. */
    private Next forgotten(PlannedRebalancing found) {
        return found.approval()
                .filter(permit -> claims.now().isAfter(permit.validUntil().plus(holds)))
                .map(permit -> {
                    desks.follower().learn(found.id(), new ApprovalDesk.Standing.Expired(permit.id()));
                    return Next.OVER;
                })
                .orElse(Next.WAIT);
    }

    /** As long as the setting says, counted from the opening of the markets that were closed when it was submitted. */
    private Duration pending(PlannedRebalancing found) {
        Instant now = found.updatedAt();
        return found.plan().orders().stream()
                .flatMap(order -> market.nextOpen(order.wanted().symbol(), now).stream())
                .max(Comparator.naturalOrder())
                .map(open -> Duration.between(now, open).plus(holds))
                .orElse(holds);
    }
}
