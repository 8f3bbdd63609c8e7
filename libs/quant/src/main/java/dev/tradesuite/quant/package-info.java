/**
 * Plain calculations on price series: no framework, no input or output, no state.
 *
 * <p>{@link dev.tradesuite.quant.returns} has returns and their correlation, {@link dev.tradesuite.quant.performance}
 * what trades and an equity curve amount to, {@link dev.tradesuite.quant.swing} price swings and Fibonacci
 * retracements, {@link dev.tradesuite.quant.indicator} the average true range, {@link dev.tradesuite.quant.linear}
 * symmetric matrices, {@link dev.tradesuite.quant.moment} expected returns and covariances,
 * {@link dev.tradesuite.quant.risk} what a portfolio can lose. Series are primitive arrays, oldest value first. What
 * cannot be calculated with is a {@link dev.tradesuite.quant.QuantException} with its
 * {@link dev.tradesuite.quant.QuantProblem}.
 */
@NullMarked
package dev.tradesuite.quant;

import org.jspecify.annotations.NullMarked;
