package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;

/**
 * A candle newer than any stored before it was stored, one that was doubted was confirmed by the next, or a stored one
 * got other prices: then it is told again with the same open time. Event {@code candle.closed} on {@code market.bars},
 * keyed by symbol.
 *
 * @param symbol instrument
 * @param timeframe length of the candle
 * @param candle the candle
 * @param source name of the data source, such as {@code rest} or a file's name
 * @param label LIVE or PAPER for market data, SIMULATED for made-up data
 */
public record CandleClosed(String symbol, Timeframe timeframe, Candle candle, String source, RunLabel label) {}
