/**
 * Portfolios by REST: what people ask and change, and what the controllers of strategies write during a cycle.
 *
 * <p>Read {@link dev.tradesuite.ledger.prediction.web.PortfolioController} first.
 */
@NullMarked
package dev.tradesuite.ledger.prediction.web;

import org.jspecify.annotations.NullMarked;
