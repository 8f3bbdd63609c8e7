/** Indicators on candles: {@link dev.tradesuite.quant.indicator.AverageTrueRange}. */
@NullMarked
package dev.tradesuite.quant.indicator;

import org.jspecify.annotations.NullMarked;
