/**
 * Between the records of the contracts and the types of the trade flow, for everything that speaks to the outside.
 *
 * <p>{@link dev.tradesuite.orchestrator.trade.wire.TradeReader} reads requests,
 * {@link dev.tradesuite.orchestrator.trade.wire.DecisionWriter} writes decisions.
 */
@NullMarked
package dev.tradesuite.orchestrator.trade.wire;

import org.jspecify.annotations.NullMarked;
