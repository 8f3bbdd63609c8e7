package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.portfolio.Rebalancing;
import dev.tradesuite.contracts.portfolio.RebalancingChanged;
import dev.tradesuite.portfolio.rebalancing.PlanRisk;
import dev.tradesuite.portfolio.rebalancing.PlannedOrder;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.PlannedTransfer;
import dev.tradesuite.portfolio.rebalancing.RebalancingLine;
import dev.tradesuite.portfolio.rebalancing.RebalancingPlan;
import dev.tradesuite.portfolio.rebalancing.RebalancingService;
import dev.tradesuite.portfolio.rebalancing.RebalancingTransfer;
import java.util.List;

/** Writes rebalancings. */
public final class RebalancingMapper {

    private RebalancingMapper() {}

    static Rebalancing rebalancing(RebalancingService.View view) {
        PlannedRebalancing found = view.rebalancing();
        List<PlannedOrder> orders = found.plan().orders();
        return new Rebalancing(
                found.id(),
                found.account(),
                found.state(),
                found.version(),
                found.origin().trigger(),
                found.origin().askedBy(),
                found.origin().reason(),
                found.planHash(),
                plan(found.plan()),
                view.lines().stream()
                        .map(line -> line(orders.get(line.number() - 1), line))
                        .toList(),
                view.transfers().stream().map(RebalancingMapper::transfer).toList(),
                found.approval().map(PlannedRebalancing.Permit::id).orElse(null),
                found.approval().map(PlannedRebalancing.Permit::validUntil).orElse(null),
                found.outcome().orElse(null),
                found.origin().at(),
                found.updatedAt());
    }

    /** The event of a state. */
    public static RebalancingChanged changed(PlannedRebalancing found) {
        return new RebalancingChanged(
                found.id(),
                found.account(),
                found.state(),
                found.version(),
                found.origin().trigger(),
                found.origin().askedBy(),
                found.plan().basis().targetVersion(),
                found.plan().orders().size(),
                found.planHash(),
                found.approval().map(PlannedRebalancing.Permit::id).orElse(null),
                found.outcome().orElse(null),
                found.updatedAt());
    }

    private static Rebalancing.Plan plan(RebalancingPlan plan) {
        return new Rebalancing.Plan(
                plan.basis().targetVersion(),
                plan.basis().currency(),
                plan.basis().value(),
                plan.basis().buyingPower(),
                plan.turnover(),
                plan.cost(),
                plan.risk().map(RebalancingMapper::risk).orElse(null),
                plan.weights().stream()
                        .map(weight -> new Rebalancing.WeightChange(
                                weight.strategy(),
                                weight.before().orElse(null),
                                weight.target(),
                                weight.after().orElse(null)))
                        .toList(),
                plan.skipped().stream()
                        .map(skipped -> new Rebalancing.SkippedChange(skipped.strategy(), skipped.reason()))
                        .toList(),
                plan.checks().stream()
                        .map(check -> new Rebalancing.PlanCheck(check.name(), check.passed(), check.message()))
                        .toList());
    }

    private static Rebalancing.PlanRiskChange risk(PlanRisk risk) {
        return new Rebalancing.PlanRiskChange(
                risk.before().map(RebalancingMapper::loss).orElse(null),
                risk.after().map(RebalancingMapper::loss).orElse(null),
                risk.unknown().orElse(null));
    }

    private static Rebalancing.DayLoss loss(PlanRisk.Figures figures) {
        return new Rebalancing.DayLoss(
                figures.valueAtRisk(),
                figures.expectedShortfall(),
                figures.volatility(),
                figures.largest().map(PlanRisk.Contribution::strategy).orElse(null),
                figures.largest().map(PlanRisk.Contribution::share).orElse(null));
    }

    private static Rebalancing.PlanTransfer transfer(RebalancingTransfer transfer) {
        PlannedTransfer plan = transfer.plan();
        return new Rebalancing.PlanTransfer(
                plan.number(),
                plan.strategy(),
                plan.portfolio(),
                plan.amount(),
                plan.bound(),
                transfer.moved(),
                transfer.state(),
                transfer.reason().orElse(null));
    }

    private static Rebalancing.PlanLine line(PlannedOrder order, RebalancingLine line) {
        PlannedOrder.Wanted wanted = order.wanted();
        PlannedOrder.Worth worth = order.worth();
        return new Rebalancing.PlanLine(
                order.number(),
                wanted.strategy(),
                wanted.symbol(),
                wanted.side(),
                wanted.lots(),
                worth.price(),
                wanted.limitPrice(),
                wanted.stopPrice().orElse(null),
                wanted.reduceOnly(),
                worth.notional(),
                worth.cost(),
                worth.buyingPowerAfter(),
                line.state(),
                line.orderId().orElse(null),
                line.filled().lots(),
                line.filled().averagePrice().orElse(null),
                line.reason().orElse(null));
    }
}
