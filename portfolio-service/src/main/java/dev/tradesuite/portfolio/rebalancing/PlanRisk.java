package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import java.util.Optional;

/**
 * What an account can lose before a plan is carried out, and after.
 *
 * @param before as it stands; empty when anything it rests on is old or missing
 * @param after with every order of the plan filled; empty as before is
 * @param unknown why they are not known; empty when they are
 */
public record PlanRisk(Optional<Figures> before, Optional<Figures> after, Optional<Reason> unknown) {

    /**
     * What one day may cost, as fractions of equity.
     *
     * @param valueAtRisk historical, at 95 %
     * @param expectedShortfall historical, at 95 %
     * @param volatility of one day
     * @param largest strategy with the largest part in the shortfall; empty when no day is a loss
     */
    public record Figures(
            double valueAtRisk, double expectedShortfall, double volatility, Optional<Contribution> largest) {}

    /**
     * The part of a strategy in the shortfall.
     *
     * @param share of the whole
     */
    public record Contribution(String strategy, double share) {}

    static PlanRisk known(Figures before, Figures after) {
        return new PlanRisk(Optional.of(before), Optional.of(after), Optional.empty());
    }

    static PlanRisk unknown(Reason why) {
        return new PlanRisk(Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
