/**
 * How much of each strategy to hold: weights within constraints, the efficient frontier, and what weights can lose.
 *
 * <p>Read {@link dev.tradesuite.portfolio.optimisation.OptimisationService}. The mathematics is that of
 * {@link dev.tradesuite.quant.optimiser}; here requests become its input, and its proof becomes an answer.
 */
@NullMarked
package dev.tradesuite.portfolio.optimisation;

import org.jspecify.annotations.NullMarked;
