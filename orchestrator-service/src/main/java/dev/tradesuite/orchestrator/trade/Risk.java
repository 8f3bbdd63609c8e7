package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.risk.Reduction;
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
    StepAnswer<RiskVerdict> check(TradePlan plan);

    /**
     * Checks a trade and, when it is allowed, holds its loss and margin for the order. When the answer is missing they
     * may be held all the same; the event that the order has ended frees them.
     */
    StepAnswer<RiskVerdict> reserve(UUID orderId, Exposure exposure);

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
     * @param strategy that wants it; absent without one
     * @param conversionPrices prices of currency pairs, by symbol
     * @param reduces what it may only reduce; absent for an order that opens something
     */
    record Exposure(
            String accountId,
            String symbol,
            Side side,
            Lots lots,
            BigDecimal entryPrice,
            @Nullable BigDecimal stopLossPrice,
            Leverage leverage,
            @Nullable String strategy,
            Map<String, BigDecimal> conversionPrices,
            @Nullable Reduction reduces) {

        /**
         * What an order at this price gives back that only reduces.
         *
         * @param strategy that wants it; absent without one
         * @param reduces the position, or what the strategy holds of it
         */
        static Exposure reducing(
                String accountId,
                String symbol,
                Side side,
                Lots lots,
                BigDecimal price,
                @Nullable String strategy,
                Map<String, BigDecimal> conversionPrices,
                Reduction reduces) {
            return new Exposure(
                    accountId,
                    symbol,
                    side,
                    lots,
                    price,
                    null,
                    Leverage.NOT_STATED,
                    strategy,
                    conversionPrices,
                    reduces);
        }
    }
}
