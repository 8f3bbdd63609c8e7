package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.support.Sha256;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an account gets to its target.
 *
 * @param orders in the order in which they are sent: sales first
 * @param risk before and after; empty before it was asked about
 * @param transfers of cash between the account and portfolios of prediction markets
 */
public record RebalancingPlan(
        Basis basis,
        List<PlannedOrder> orders,
        List<Skipped> skipped,
        List<Weight> weights,
        List<Check> checks,
        Optional<PlanRisk> risk,
        List<PlannedTransfer> transfers) {

    public RebalancingPlan {
        orders = List.copyOf(orders);
        skipped = List.copyOf(skipped);
        weights = List.copyOf(weights);
        checks = List.copyOf(checks);
        // Plans that were stored before there were any have none.
        transfers = transfers == null ? List.of() : List.copyOf(transfers);
    }

    /**
     * What a plan is made from.
     *
     * @param currency of every amount
     * @param targetVersion of the target
     * @param value equity of the account, and what its portfolios of prediction markets are worth
     * @param buyingPower before the first order
     */
    public record Basis(
            String account,
            String currency,
            long targetVersion,
            BigDecimal value,
            BigDecimal buyingPower,
            Instant madeAt) {}

    /** A change that is not traded. */
    public record Skipped(String strategy, Reason reason) {}

    /**
     * The weight of a strategy.
     *
     * @param before by what it holds; empty when its source is nothing that is held in an account
     * @param after what the orders make of it; empty as before is
     */
    public record Weight(String strategy, Optional<Double> before, double target, Optional<Double> after) {}

    /** Something that was checked. */
    public record Check(String name, boolean passed, String message) {}

    /** The same with what was checked, and its risk. */
    RebalancingPlan with(List<Check> found, PlanRisk measured) {
        return new RebalancingPlan(basis, orders, skipped, weights, found, Optional.of(measured), transfers);
    }

    /** Whether there is anything to carry out: orders, transfers, or capital for what follows signals. */
    boolean doesAnything() {
        return !orders.isEmpty()
                || !transfers.isEmpty()
                || skipped.stream()
                        .anyMatch(one -> one.reason().code().equals(RebalancingReason.FOLLOWED_BY_SIGNALS.name()));
    }

    /** Whether every check allows it. */
    public boolean isAllowed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Cost of all orders. */
    public BigDecimal cost() {
        return orders.stream().map(order -> order.worth().cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Half of what is bought and sold, as a fraction of the value. */
    public double turnover() {
        BigDecimal traded =
                orders.stream().map(order -> order.worth().notional()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return traded.divide(basis.value(), MathContext.DECIMAL64).doubleValue() / 2;
    }

    /** SHA-256 of exactly what would be sent, in hex. */
    public String hash() {
        return Sha256.hex(Stream.concat(
                        orders.stream().map(order -> "%d %s"
                                .formatted(order.number(), order.wanted().text())),
                        transfers.stream().map(PlannedTransfer::text))
                .collect(Collectors.joining(
                        "\n", "%s target %d\n".formatted(basis.account(), basis.targetVersion()), "")));
    }
}
