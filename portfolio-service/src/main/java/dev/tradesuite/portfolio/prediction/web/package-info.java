/**
 * Portfolios by REST: what people ask and change, and what the controllers of strategies write during a cycle.
 *
 * <p>Read {@link dev.tradesuite.portfolio.prediction.web.PortfolioController} first.
 */
@NullMarked
package dev.tradesuite.portfolio.prediction.web;

import org.jspecify.annotations.NullMarked;
