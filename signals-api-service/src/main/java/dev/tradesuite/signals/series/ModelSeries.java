package dev.tradesuite.signals.series;

import dev.tradesuite.contracts.market.Timeframe;

/**
 * Bars of a run that models have accounts on.
 *
 * @param run 0 for the live one
 * @param symbol instrument
 * @param timeframe length of a bar
 */
public record ModelSeries(long run, String symbol, Timeframe timeframe) {}
