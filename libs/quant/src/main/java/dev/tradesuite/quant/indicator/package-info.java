/**
 * Indicators on candles: what plain arrays of prices, oldest first, say about the last of them.
 *
 * <p>Each is a function of the arrays alone, takes one pass over them and keeps nothing. With too few candles, and
 * where it is not defined, an indicator is empty; it is never NaN. Prices are taken as they are: finite, and lows not
 * above highs. Read {@link dev.tradesuite.quant.indicator.AverageTrueRange} first.
 */
@NullMarked
package dev.tradesuite.quant.indicator;

import org.jspecify.annotations.NullMarked;
