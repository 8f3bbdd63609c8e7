package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the six checks. */
public interface Risk {

    /** Checks a trade and changes nothing. */
    Answer<Assessment> check(TradePlan plan);

    /**
     * Checks a trade and, when it is allowed, holds its loss and margin for the order. When the answer is missing they
     * may be held all the same; the event that the order has ended frees them.
     */
    Answer<Assessment> reserve(UUID orderId, Exposure exposure);

    /**
     * What an order takes on, or gives back.
     *
     * @param accountId account in the books
     * @param symbol instrument
     * @param side BUY or SELL
     * @param lots size
     * @param entryPrice price of entry
     * @param stopLossPrice price of the stop; absent for an order that only reduces a position
     * @param leverage stated, or not
     * @param conversionPrices prices of currency pairs, by symbol
     * @param strategy that wants it; absent without one
     */
    record Exposure(
            String accountId,
            String symbol,
            Side side,
            Lots lots,
            BigDecimal entryPrice,
            @Nullable BigDecimal stopLossPrice,
            Leverage leverage,
            Map<String, BigDecimal> conversionPrices,
            @Nullable String strategy) {}
}
