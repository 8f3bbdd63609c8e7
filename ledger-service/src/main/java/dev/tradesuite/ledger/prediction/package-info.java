/**
 * Portfolios of prediction-market positions: their cash, positions, paper orders and cycles.
 *
 * <p>Read {@link dev.tradesuite.ledger.prediction.Portfolio} first, which knows what a buy, a sale and a settlement do
 * to cash and positions, then {@link dev.tradesuite.ledger.prediction.OrderDesk}, where an order passes risk-service
 * before anything is bought.
 */
@NullMarked
package dev.tradesuite.ledger.prediction;

import org.jspecify.annotations.NullMarked;
