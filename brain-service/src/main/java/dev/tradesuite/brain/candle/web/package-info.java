/** REST on candles: import, add, query, latest prices, closes. */
@NullMarked
package dev.tradesuite.brain.candle.web;

import org.jspecify.annotations.NullMarked;
