/**
 * The books: what portfolio-service accepts, returns and publishes.
 *
 * <p>Read {@link dev.tradesuite.contracts.portfolio.Account} first.
 */
@NullMarked
package dev.tradesuite.contracts.portfolio;

import org.jspecify.annotations.NullMarked;
