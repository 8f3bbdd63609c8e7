package dev.tradesuite.portfolio.rebalancing;

import java.util.List;

/** Knows what an account can lose before and after orders. */
@FunctionalInterface
public interface RiskOutlook {

    /** The risk as it is, and with the orders filled; what is not known says why. */
    PlanRisk of(String account, List<PlannedOrder> orders);
}
