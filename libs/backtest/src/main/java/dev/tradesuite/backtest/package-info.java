/** Replays a strategy over recorded prices with the code that runs it live. */
@NullMarked
package dev.tradesuite.backtest;

import org.jspecify.annotations.NullMarked;
