package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldPortfolio;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One plan in the making: goes through the strategies, and puts what is to be traded in its order. */
final class PlanSheet {

    private final RebalancingPlanner.Situation situation;
    private final BigDecimal value;
    private final HeldAccount account;
    private final BigDecimal dust;
    private final OrderSizing sizing;
    private final List<OrderSizing.Change> changes = new ArrayList<>();
    private final List<PlannedTransfer> transfers = new ArrayList<>();
    private final List<RebalancingPlan.Skipped> skipped = new ArrayList<>();
    private final List<RebalancingPlan.Weight> weights = new ArrayList<>();

    /** @param prices that are young enough, by symbol */
    PlanSheet(
            RebalancingPlanner.Situation situation,
            InstrumentCatalog catalog,
            RebalancingRules rules,
            Map<String, BigDecimal> prices) {
        this.situation = situation;
        this.account = situation.worth().account();
        this.value = situation.worth().value();
        this.dust = rules.dust().of(value);
        this.sizing = new OrderSizing(situation.worth(), catalog, rules, prices, skipped::add);
    }

    /** The plan, and of the checks only whether there is enough to buy for. */
    RebalancingPlan plan() {
        situation.strategies().stream()
                .sorted(Comparator.comparing(RegisteredStrategy::code))
                .forEach(this::look);
        changes.sort(Comparator.comparing(
                        (OrderSizing.Change change) -> change.wanted().side() == Side.BUY)
                .thenComparing(change -> change.worth().notional(), Comparator.reverseOrder())
                .thenComparing(change -> change.wanted().strategy()));
        List<PlannedOrder> orders = numbered();
        return new RebalancingPlan(
                new RebalancingPlan.Basis(
                        account.id(),
                        account.currency(),
                        situation.target().version(),
                        value,
                        account.cash().buyingPower(),
                        situation.now()),
                orders,
                skipped,
                weights,
                List.of(enoughToBuy(orders)),
                Optional.empty(),
                transfers);
    }

    private void look(RegisteredStrategy strategy) {
        double target = isStopped(strategy) ? 0 : situation.target().weight(strategy.code());
        switch (strategy.source()) {
            case StrategySource.HeldInstrument(String symbol) -> held(strategy, symbol, target);
            case StrategySource.ModelAccount _ -> {
                Optional<Double> before = account.valueOf(strategy.code()).map(this::weight);
                weights.add(new RebalancingPlan.Weight(strategy.code(), before, target, before));
                skip(
                        strategy,
                        RebalancingReason.FOLLOWED_BY_SIGNALS,
                        "%s works with %s from the beginning of the rebalancing on"
                                .formatted(
                                        strategy.source().text(),
                                        RebalancingPlanner.capital(value, target)
                                                .toPlainString()));
            }
            case StrategySource.PortfolioBooks _ ->
                situation
                        .worth()
                        .portfolio(strategy.code())
                        .ifPresentOrElse(
                                portfolio -> portfolio(strategy, portfolio, target), () -> counted(strategy, target));
            case StrategySource.AccountBooks _, StrategySource.Imported _ -> counted(strategy, target);
        }
        if (isStopped(strategy) && situation.target().weight(strategy.code()) > 0) {
            skip(
                    strategy,
                    RebalancingReason.STRATEGY_STOPPED,
                    "%s is %s; its weight counts as 0".formatted(strategy.code(), strategy.state()));
        }
    }

    private void counted(RegisteredStrategy strategy, double target) {
        weights.add(new RebalancingPlan.Weight(strategy.code(), Optional.empty(), target, Optional.empty()));
        skip(
                strategy,
                RebalancingReason.NOT_EXECUTABLE,
                "%s is counted with %s of the value".formatted(strategy.source().text(), target));
    }

    /** Cash is moved into it, or out of it as far as it is free; the rest as positions close. */
    private void portfolio(RegisteredStrategy strategy, HeldPortfolio portfolio, double target) {
        BigDecimal change = RebalancingPlanner.capital(value, target)
                .subtract(portfolio.value())
                .setScale(TransferRunner.DECIMALS, RoundingMode.DOWN);
        BigDecimal bound = change.negate()
                .subtract(portfolio.cash())
                .max(BigDecimal.ZERO)
                .setScale(TransferRunner.DECIMALS, RoundingMode.UP);
        double before = weight(portfolio.value());
        if (change.abs().compareTo(dust) < 0) {
            weights.add(new RebalancingPlan.Weight(strategy.code(), Optional.of(before), target, Optional.of(before)));
            if (change.signum() != 0) {
                skip(
                        strategy,
                        RebalancingReason.DUST,
                        "A change of %s is below %s".formatted(change.abs().toPlainString(), dust.toPlainString()));
            }
            return;
        }
        transfers.add(new PlannedTransfer(transfers.size() + 1, strategy.code(), portfolio.id(), change, bound));
        BigDecimal soon = change.add(bound);
        weights.add(new RebalancingPlan.Weight(
                strategy.code(),
                Optional.of(before),
                target,
                Optional.of(weight(portfolio.value().add(soon)))));
        if (bound.signum() > 0) {
            skip(
                    strategy,
                    RebalancingReason.CASH_BOUND,
                    "%s of %s are bound in positions of portfolio %d, and are moved as they close"
                            .formatted(bound.toPlainString(), change.negate().toPlainString(), portfolio.id()));
        }
    }

    private void held(RegisteredStrategy strategy, String symbol, double target) {
        Optional<BigDecimal> before = account.valueOf(strategy.code());
        String stopped = situation.stopped().get(strategy.code());
        if (stopped != null) {
            skip(strategy, RebalancingReason.TRADING_STOPPED, stopped);
            weights.add(new RebalancingPlan.Weight(
                    strategy.code(), before.map(this::weight), target, before.map(this::weight)));
            return;
        }
        BigDecimal traded = sizing.change(strategy.code(), symbol, target)
                .map(change -> {
                    changes.add(change);
                    return change.worth()
                            .notional()
                            .multiply(BigDecimal.valueOf(change.wanted().side().sign()));
                })
                .orElse(BigDecimal.ZERO);
        weights.add(new RebalancingPlan.Weight(
                strategy.code(), before.map(this::weight), target, before.map(value -> weight(value.add(traded)))));
    }

    private List<PlannedOrder> numbered() {
        List<PlannedOrder> orders = new ArrayList<>();
        BigDecimal left = account.cash().buyingPower();
        for (OrderSizing.Change change : changes) {
            PlannedOrder.Worth worth = change.worth();
            left = (change.wanted().reduceOnly() ? left.add(worth.margin()) : left.subtract(worth.margin()))
                    .subtract(worth.cost());
            orders.add(new PlannedOrder(
                    orders.size() + 1,
                    change.wanted(),
                    new PlannedOrder.Worth(
                            worth.price(), worth.notional(), worth.margin(), worth.cost(), left, worth.heldLots())));
        }
        return orders;
    }

    private RebalancingPlan.Check enoughToBuy(List<PlannedOrder> orders) {
        BigDecimal last = orders.isEmpty()
                ? account.cash().buyingPower()
                : orders.getLast().worth().buyingPowerAfter();
        BigDecimal left = transfers.stream()
                .map(transfer -> transfer.amount().add(transfer.bound()))
                .reduce(last, BigDecimal::subtract);
        if (!transfers.isEmpty() && left.signum() < 0) {
            return new RebalancingPlan.Check(
                    "buying_power", false, "After the transfers it would be %s".formatted(left.toPlainString()));
        }
        Optional<PlannedOrder> uncovered = orders.stream()
                .filter(order -> order.worth().buyingPowerAfter().signum() < 0)
                .findFirst();
        return new RebalancingPlan.Check(
                "buying_power",
                uncovered.isEmpty(),
                uncovered
                        .map(order -> "After order %d it would be %s"
                                .formatted(
                                        order.number(),
                                        order.worth().buyingPowerAfter().toPlainString()))
                        .orElse("There is enough before and after every order"));
    }

    private double weight(BigDecimal part) {
        return part.divide(value, MathContext.DECIMAL64).doubleValue();
    }

    private void skip(RegisteredStrategy strategy, RebalancingReason why, String message) {
        skipped.add(new RebalancingPlan.Skipped(strategy.code(), Reason.of(why, message)));
    }

    private static boolean isStopped(RegisteredStrategy strategy) {
        return strategy.state() == LifecycleState.SUSPENDED || strategy.state() == LifecycleState.RETIRED;
    }
}
