/**
 * Returns of price series and how they move together.
 *
 * <p>Read {@link dev.tradesuite.quant.returns.AlignedPrices} first: it pairs two histories by time, and
 * {@link dev.tradesuite.quant.returns.Correlation} is then one call.
 */
@NullMarked
package dev.tradesuite.quant.returns;

import org.jspecify.annotations.NullMarked;
