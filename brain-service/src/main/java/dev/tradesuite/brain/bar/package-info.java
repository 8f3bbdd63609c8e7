/**
 * What the trading models say about closed bars: as each closes, and again for any stretch of the past.
 *
 * <p>Read {@link dev.tradesuite.brain.bar.BarJudge} first: one function of bars and opinion, which the live path
 * ({@link dev.tradesuite.brain.bar.BarSignalService}) and the replay
 * ({@link dev.tradesuite.brain.bar.BarReplayService}) share.
 */
@NullMarked
package dev.tradesuite.brain.bar;

import org.jspecify.annotations.NullMarked;
