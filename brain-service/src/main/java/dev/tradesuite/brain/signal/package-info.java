/**
 * The decision: BUY, SELL or HOLD, with every vote behind it.
 *
 * <p>Read {@link dev.tradesuite.brain.signal.SignalDecider} first: it gathers the evidence, lets every
 * {@link dev.tradesuite.brain.signal.Voter} vote on it and weighs the votes.
 * {@link dev.tradesuite.brain.signal.SignalReplay} runs the same decision over history.
 */
@NullMarked
package dev.tradesuite.brain.signal;

import org.jspecify.annotations.NullMarked;
