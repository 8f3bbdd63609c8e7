/** Replays of markets made up for a test, and of recorded ones. */
@NullMarked
package dev.tradesuite.backtest;

import org.jspecify.annotations.NullMarked;
