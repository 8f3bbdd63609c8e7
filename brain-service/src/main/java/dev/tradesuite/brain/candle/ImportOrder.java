package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;

/**
 * What to do with rows.
 *
 * @param timeframe length of every candle
 * @param source name of the source, kept with every candle
 * @param onConflict what to do with a row whose candle is stored with other prices
 * @param announcing which new candles other services hear of
 */
public record ImportOrder(Timeframe timeframe, String source, ConflictPolicy onConflict, Announcing announcing) {

    /** Which of the candles that are newer than any stored before are announced. */
    public enum Announcing {
        /** All, oldest first: they arrive as the market makes them. */
        EVERY_NEWER,
        /** Only the newest of each symbol: a file of history is no news, its last price is. */
        NEWEST_ONLY
    }
}
