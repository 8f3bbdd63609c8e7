package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.portfolio.rebalancing.RebalancingClaims.Next;
import java.time.Instant;
import java.util.Optional;

/** Begins what was approved, when all of it still holds and its markets are open. */
final class RebalancingStart {

    private final RebalancingClaims claims;
    private final RebalancingPlans plans;
    private final RebalancingRunner.Books books;
    private final RebalancingRunner.Market market;

    RebalancingStart(
            RebalancingClaims claims,
            RebalancingPlans plans,
            RebalancingRunner.Books books,
            RebalancingRunner.Market market) {
        this.claims = claims;
        this.plans = plans;
        this.books = books;
        this.market = market;
    }

    /** Lets the strategies have their capital and the orders go, or ends it with what does not hold. */
    Next begin(PlannedRebalancing found) {
        Instant now = claims.now();
        if (!found.holdsAt(now)) {
            return claims.end(
                    found.id(),
                    RebalancingState.APPROVED,
                    approved -> approved.ended(
                            RebalancingState.EXPIRED,
                            Reason.of(
                                    RebalancingReason.APPROVAL_OVER,
                                    "The approval was over before every market was open"),
                            now));
        }
        if (!found.plan().orders().stream()
                .allMatch(order -> market.isOpen(order.wanted().symbol(), now))) {
            return Next.WAIT;
        }
        Optional<Reason> broken = plans.broken(found);
        return broken.isPresent()
                ? claims.end(
                        found.id(),
                        RebalancingState.APPROVED,
                        approved -> approved.ended(RebalancingState.FAILED, broken.get(), claims.now()))
                : claims.change(found.id(), RebalancingState.APPROVED, approved -> {
                    inForce(approved);
                    release(approved);
                    return approved.to(RebalancingState.EXECUTING, claims.now());
                });
    }

    /** Cash leaves the portfolios from now on; what an earlier rebalancing still waits for is not moved any more. */
    private void release(PlannedRebalancing approved) {
        Reason later =
                Reason.of(RebalancingReason.LATER_REBALANCING, "Rebalancing %s has begun".formatted(approved.id()));
        books.transfers().lockOpen(approved.account()).forEach(one -> books.transfers()
                .save(one.cancelled(later), claims.now()));
        books.transfers().open(approved.id(), transfer -> !transfer.isIn(), claims.now());
    }

    /** From now on the strategies work with what the target gives them. */
    private void inForce(PlannedRebalancing approved) {
        RebalancingPlan.Basis basis = approved.plan().basis();
        approved.plan().weights().forEach(weight -> books.allocations()
                .put(new StrategyAllocation(
                        basis.account(),
                        weight.strategy(),
                        RebalancingPlanner.capital(basis.value(), weight.target()),
                        Math.min(1, weight.target()),
                        claims.now(),
                        basis.targetVersion())));
    }
}
