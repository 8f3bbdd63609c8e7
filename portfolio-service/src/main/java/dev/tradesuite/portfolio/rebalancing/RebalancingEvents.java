package dev.tradesuite.portfolio.rebalancing;

/** Tells others of rebalancings. */
public interface RebalancingEvents {

    /** Together with the transaction under way. */
    void changed(PlannedRebalancing rebalancing);
}
