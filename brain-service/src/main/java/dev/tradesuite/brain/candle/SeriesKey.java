package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;

/**
 * What a series of candles is of.
 *
 * @param symbol instrument
 * @param timeframe length of every candle
 */
public record SeriesKey(String symbol, Timeframe timeframe) implements Comparable<SeriesKey> {

    @Override
    public int compareTo(SeriesKey other) {
        int bySymbol = symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : timeframe.compareTo(other.timeframe);
    }
}
