/**
 * Portfolios of prediction-market positions: their paper orders, cycles and settings, around the books of
 * {@code accounting}.
 *
 * <p>Read {@link dev.tradesuite.ledger.prediction.PortfolioOrderService} first, where the orders of a cycle pass
 * risk-service before anything is bought, then {@link dev.tradesuite.ledger.prediction.PortfolioCycleService}.
 */
@NullMarked
package dev.tradesuite.ledger.prediction;

import org.jspecify.annotations.NullMarked;
