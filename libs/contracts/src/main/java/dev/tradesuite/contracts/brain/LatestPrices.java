package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Newest stored close of each symbol asked for and known. {@code GET
 * /api/v1/prices/latest?symbols=GBPUSD,USDJPY&timeframe=M5}.
 *
 * @param prices symbols without any candle are absent
 */
public record LatestPrices(List<LatestPrice> prices) {

    /**
     * Newest close.
     *
     * @param symbol instrument
     * @param price close of the newest candle over all timeframes that is not implausible
     * @param at when that candle closed, UTC
     * @param atr average true range over 14 stored candles of the timeframe asked for, in price units; absent when no
     *     timeframe was asked for and when it cannot be computed
     * @param atrMissing why the average true range of the timeframe asked for is absent; code is a {@link SignalReason}
     */
    public record LatestPrice(
            String symbol, BigDecimal price, Instant at, @Nullable BigDecimal atr, @Nullable Reason atrMissing) {}
}
