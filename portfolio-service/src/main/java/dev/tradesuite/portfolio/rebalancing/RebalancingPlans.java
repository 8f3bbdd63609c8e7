package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.AccountWorth;
import dev.tradesuite.portfolio.allocation.AccountWorths;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes plans of the newest figures, and looks whether one still holds. */
final class RebalancingPlans {

    private final AccountHoldings accounts;
    private final AccountWorths worths;
    private final TargetPortfolios targets;
    private final Allocations allocations;
    private final StrategyStore strategies;
    private final Market market;
    private final Clock clock;

    RebalancingPlans(
            AccountHoldings accounts,
            AccountWorths worths,
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            Market market,
            Clock clock) {
        this.accounts = accounts;
        this.worths = worths;
        this.targets = targets;
        this.allocations = allocations;
        this.strategies = strategies;
        this.market = market;
        this.clock = clock;
    }

    /** What is asked about the market. */
    record Market(RebalancingPlanner planner, PriceBoard prices, OrderDesk orders, RiskOutlook risks) {}

    /** A plan, or why there is none. */
    sealed interface Made {

        record Plan(RebalancingPlan plan) implements Made {}

        record NoAccount() implements Made {}

        record NoTarget() implements Made {}

        /** The account is worth nothing. */
        record NothingToDivide(HeldAccount account) implements Made {}
    }

    /** A plan of the newest figures, with every order checked. */
    Made make(String account) {
        Optional<AllocationTarget> target = targets.newest(account);
        if (target.isEmpty()) {
            return new Made.NoTarget();
        }
        Optional<HeldAccount> held = accounts.find(account);
        if (held.isEmpty()) {
            return new Made.NoAccount();
        }
        List<RegisteredStrategy> involved = involved(held.get(), target.get());
        AccountWorth worth = worths.of(held.get(), involved);
        if (held.get().cash().equity().signum() <= 0) {
            return new Made.NothingToDivide(held.get());
        }
        return new Made.Plan(checked(worth, target.get(), involved));
    }

    /**
     * A plan whose orders were all asked about. Where the trading state of a strategy, or of its symbol, refuses an
     * order, the strategy is left out and the others are planned without it.
     */
    private RebalancingPlan checked(AccountWorth worth, AllocationTarget target, List<RegisteredStrategy> involved) {
        HeldAccount held = worth.account();
        Map<String, PriceBoard.Price> prices =
                market.prices().newest(market.planner().symbols(held, involved));
        Map<String, String> stopped = new TreeMap<>();
        Map<PlannedOrder.Wanted, OrderDesk.Verdict> verdicts = new HashMap<>();
        RebalancingPlan plan;
        int stoppedBefore;
        do {
            stoppedBefore = stopped.size();
            plan = market.planner()
                    .plan(
                            new RebalancingPlanner.Situation(
                                    worth,
                                    target,
                                    involved,
                                    Map.copyOf(stopped),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS)),
                            prices);
            for (PlannedOrder order : plan.orders()) {
                OrderDesk.Verdict verdict = verdicts.computeIfAbsent(
                        order.wanted(), wanted -> market.orders().check(held.id(), wanted));
                if (verdict instanceof OrderDesk.Verdict.Denied(String why, OrderDesk.Stop stop)
                        && stop == OrderDesk.Stop.ITS_OWN) {
                    stopped.put(order.wanted().strategy(), why);
                }
            }
        } while (stopped.size() > stoppedBefore);
        return plan.with(
                Stream.concat(
                                plan.checks().stream(),
                                plan.orders().stream()
                                        .map(order ->
                                                check(order, Objects.requireNonNull(verdicts.get(order.wanted())))))
                        .toList(),
                market.risks().of(held.id(), plan.orders()));
    }

    /** What does not hold any more of a plan that was approved; empty when all of it does. */
    Optional<Reason> broken(PlannedRebalancing rebalancing) {
        RebalancingPlan plan = rebalancing.plan();
        if (!plan.hash().equals(rebalancing.planHash())) {
            return Optional.of(Reason.of(
                    RebalancingReason.PLAN_NOT_AS_APPROVED,
                    "The stored plan is %s, approved was %s".formatted(plan.hash(), rebalancing.planHash())));
        }
        long version = targets.newest(rebalancing.account())
                .map(AllocationTarget::version)
                .orElse(0L);
        if (version != plan.basis().targetVersion()) {
            return Optional.of(Reason.of(
                    RebalancingReason.TARGET_CHANGED,
                    "The target is at version %d, the plan was made for %d"
                            .formatted(version, plan.basis().targetVersion())));
        }
        List<String> moved = market.planner().moved(plan, market.prices().newest(symbols(plan)), clock.instant());
        if (!moved.isEmpty()) {
            return Optional.of(Reason.of(RebalancingReason.PRICE_MOVED, String.join("; ", moved)));
        }
        return heldOtherwise(rebalancing).or(() -> denied(rebalancing));
    }

    /** A strategy that holds something else than the plan was made from: fills were late, or somebody has traded. */
    private Optional<Reason> heldOtherwise(PlannedRebalancing rebalancing) {
        HeldAccount held = accounts.find(rebalancing.account()).orElse(null);
        if (held == null) {
            return Optional.of(
                    Reason.of(RebalancingReason.HOLDINGS_CHANGED, "There is no account " + rebalancing.account()));
        }
        return rebalancing.plan().orders().stream()
                .filter(order ->
                        heldLots(held, order.wanted()).compareTo(order.worth().heldLots()) != 0)
                .findFirst()
                .map(order -> Reason.of(
                        RebalancingReason.HOLDINGS_CHANGED,
                        "%s holds %s lots of %s, and held %s when the plan was made"
                                .formatted(
                                        order.wanted().strategy(),
                                        heldLots(held, order.wanted()).toPlainString(),
                                        order.wanted().symbol(),
                                        order.worth().heldLots().toPlainString())));
    }

    private Optional<Reason> denied(PlannedRebalancing rebalancing) {
        for (PlannedOrder order : rebalancing.plan().orders()) {
            switch (market.orders().check(rebalancing.account(), order.wanted())) {
                case OrderDesk.Verdict.Allowed _ -> {
                    // The next one.
                }
                case OrderDesk.Verdict.Denied(String why, OrderDesk.Stop stop) -> {
                    // What its own trading state stops is refused when it is sent, and only that.
                    if (stop != OrderDesk.Stop.ITS_OWN) {
                        return Optional.of(Reason.of(RebalancingReason.CHECK_DENIED, name(order) + ": " + why));
                    }
                }
                case OrderDesk.Verdict.Silent(String why) -> {
                    return Optional.of(Reason.of(RebalancingReason.CHECK_SILENT, name(order) + ": " + why));
                }
            }
        }
        return Optional.empty();
    }

    private static RebalancingPlan.Check check(PlannedOrder order, OrderDesk.Verdict verdict) {
        return switch (verdict) {
            case OrderDesk.Verdict.Allowed _ -> new RebalancingPlan.Check(name(order), true, "Every check allows it");
            case OrderDesk.Verdict.Denied(String why, OrderDesk.Stop _) ->
                new RebalancingPlan.Check(name(order), false, why);
            case OrderDesk.Verdict.Silent(String why) -> new RebalancingPlan.Check(name(order), false, why);
        };
    }

    /** Strategies that have a weight, capital or a holding. */
    private List<RegisteredStrategy> involved(HeldAccount account, AllocationTarget target) {
        NavigableSet<String> codes = new TreeSet<>(target.weights().keySet());
        allocations.ofAccount(account.id()).stream()
                .map(StrategyAllocation::strategy)
                .forEach(codes::add);
        account.shares().stream()
                .map(HeldShare::strategy)
                .filter(code -> !code.equals(HeldShare.UNASSIGNED))
                .forEach(codes::add);
        List<RegisteredStrategy> involved = new ArrayList<>();
        codes.forEach(code -> strategies.find(code).ifPresent(involved::add));
        return involved;
    }

    private static BigDecimal heldLots(HeldAccount held, PlannedOrder.Wanted wanted) {
        return held.shares().stream()
                .filter(share -> share.strategy().equals(wanted.strategy())
                        && share.symbol().equals(wanted.symbol()))
                .map(HeldShare::lots)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static NavigableSet<String> symbols(RebalancingPlan plan) {
        NavigableSet<String> symbols = new TreeSet<>();
        plan.orders().forEach(order -> symbols.add(order.wanted().symbol()));
        return symbols;
    }

    private static String name(PlannedOrder order) {
        return "order %d, %s %s %s"
                .formatted(
                        order.number(),
                        order.wanted().side(),
                        order.wanted().lots().toPlainString(),
                        order.wanted().symbol());
    }
}
