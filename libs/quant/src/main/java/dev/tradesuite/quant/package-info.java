/**
 * Plain calculations on price series: no framework, no input or output, no state.
 *
 * <p>{@link dev.tradesuite.quant.returns} has returns and their correlation, {@link dev.tradesuite.quant.swing} has
 * price swings and Fibonacci retracements, {@link dev.tradesuite.quant.indicator} the average true range. Series are
 * primitive arrays, oldest value first.
 */
@NullMarked
package dev.tradesuite.quant;

import org.jspecify.annotations.NullMarked;
