package dev.tradesuite.contracts.brain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Newest stored close of each symbol asked for and known. {@code GET /api/v1/prices/latest?symbols=GBPUSD,USDJPY}.
 *
 * @param prices symbols without any candle are absent
 */
public record LatestPrices(List<LatestPrice> prices) {

    /**
     * Newest close.
     *
     * @param symbol instrument
     * @param price close of the newest candle over all timeframes
     * @param at when that candle closed, UTC
     */
    public record LatestPrice(String symbol, BigDecimal price, Instant at) {}
}
