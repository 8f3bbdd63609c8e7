/**
 * The books of portfolio-service over HTTP.
 *
 * <p>Read {@link dev.tradesuite.strategy.cycle.client.PortfolioApi} first.
 */
@NullMarked
package dev.tradesuite.strategy.cycle.client;

import org.jspecify.annotations.NullMarked;
