package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;

/**
 * Reads stored candles for decisions.
 *
 * <p>Safe for use by several threads. What this process stored is seen at once; what another process stored is seen
 * within the staleness the settings allow (half a second by default).
 */
public interface CandleStore {

    /**
     * The newest candles that had closed at a moment, oldest first.
     *
     * <p>Served from memory for the present; for a moment long past it reads the database, a stretch at a time, so that
     * asking bar by bar stays cheap.
     *
     * @param symbol symbol of the instrument catalogue, such as {@code EURUSD}
     * @param asOf a candle counts when its open time + length is at or before this
     * @param limit at most this many; fewer when fewer are stored
     */
    CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit);

    /**
     * All stored candles that open at or after {@code from} and before {@code to}, oldest first, read from the database
     * in one query.
     */
    CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to);
}
