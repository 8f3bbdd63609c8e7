/**
 * The trade flow: what orchestrator-service accepts, returns and publishes.
 *
 * <p>Read {@link dev.tradesuite.contracts.orchestrator.TradeRequest}, then
 * {@link dev.tradesuite.contracts.orchestrator.TradeDecision}.
 */
@NullMarked
package dev.tradesuite.contracts.orchestrator;

import org.jspecify.annotations.NullMarked;
