package dev.tradesuite.signals.book;

import dev.tradesuite.contracts.market.Timeframe;

/**
 * What bars are of.
 *
 * @param symbol instrument
 * @param timeframe length of a bar
 */
public record SeriesName(String symbol, Timeframe timeframe) {}
