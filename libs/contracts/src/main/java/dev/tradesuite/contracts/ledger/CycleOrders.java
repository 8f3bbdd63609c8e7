package dev.tradesuite.contracts.ledger;

import java.util.List;

/**
 * What became of the orders and prices of a cycle.
 *
 * @param portfolio after them
 * @param positions open ones, after them
 * @param orders one result for each order of the request, in its order
 * @param settlements positions settled in this cycle so far
 */
public record CycleOrders(
        Portfolio portfolio,
        List<MarketPosition> positions,
        List<PortfolioOrder> orders,
        List<MarketTrade> settlements) {}
