/**
 * Price swings from confirmed pivots, and Fibonacci retracements of them.
 *
 * <p>Read {@link dev.tradesuite.quant.swing.FibonacciRetracement} first. Nothing here looks ahead: a pivot exists only
 * once enough candles after it have closed, and candles that come later never change what was read before.
 */
@NullMarked
package dev.tradesuite.quant.swing;

import org.jspecify.annotations.NullMarked;
