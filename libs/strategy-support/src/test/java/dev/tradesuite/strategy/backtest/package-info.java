/** Replays of markets made up for a test, and of recorded ones. */
@NullMarked
package dev.tradesuite.strategy.backtest;

import org.jspecify.annotations.NullMarked;
