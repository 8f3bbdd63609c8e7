package dev.tradesuite.backtest;

import dev.tradesuite.strategy.cycle.CycleSummary;

/**
 * The cycle of a day of a replay.
 *
 * @param summary what the cycle knows of itself
 * @param trades orders filled
 * @param denied orders refused
 */
public record ReplayedDay(CycleSummary summary, int trades, int denied) {}
