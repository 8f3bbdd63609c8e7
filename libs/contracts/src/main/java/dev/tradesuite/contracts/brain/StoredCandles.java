package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What candles are stored. {@code GET /api/v1/candles}.
 *
 * @param series by symbol, then timeframe
 */
public record StoredCandles(List<StoredSeries> series) {

    /**
     * Candles of one symbol and timeframe.
     *
     * @param symbol instrument
     * @param timeframe length of every candle
     * @param first open time of the oldest candle, UTC
     * @param last open time of the newest candle, UTC
     * @param lastClose close of the newest candle that is not implausible
     * @param count number of candles
     */
    public record StoredSeries(
            String symbol, Timeframe timeframe, Instant first, Instant last, BigDecimal lastClose, long count) {}
}
