/**
 * The decision: BUY, SELL or HOLD, with everything behind it.
 *
 * <p>Read {@link dev.tradesuite.brain.signal.SignalService} first: it finds what a decision can rest on, asks the model
 * and hears the advisors. {@link dev.tradesuite.brain.signal.ReplayService} runs the same decision over history.
 */
@NullMarked
package dev.tradesuite.brain.signal;

import org.jspecify.annotations.NullMarked;
