/**
 * What portfolio-service accepts and returns: strategies as assets.
 *
 * <p>Start with {@link dev.tradesuite.contracts.portfolio.RegisteredStrategy}.
 */
@NullMarked
package dev.tradesuite.contracts.portfolio;

import org.jspecify.annotations.NullMarked;
