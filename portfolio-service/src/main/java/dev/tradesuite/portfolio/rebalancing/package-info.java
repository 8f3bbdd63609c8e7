/**
 * How an account gets to its target: a plan of orders, its approval, and carrying it out.
 *
 * <p>Read {@link dev.tradesuite.portfolio.rebalancing.RebalancingPlanner} first, then
 * {@link dev.tradesuite.portfolio.rebalancing.RebalancingRunner}. Orders go to the orchestrator; the books are never
 * written.
 */
@NullMarked
package dev.tradesuite.portfolio.rebalancing;

import org.jspecify.annotations.NullMarked;
