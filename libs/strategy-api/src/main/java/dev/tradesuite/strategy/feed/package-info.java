/**
 * The markets as the cycles of one controller share them, and the prices they have had.
 *
 * <p>Read {@link dev.tradesuite.strategy.feed.SharedMarkets} first.
 */
@NullMarked
package dev.tradesuite.strategy.feed;

import org.jspecify.annotations.NullMarked;
