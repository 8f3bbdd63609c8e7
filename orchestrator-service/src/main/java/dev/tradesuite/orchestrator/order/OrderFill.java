package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A part of an order, or all of it, that was filled.
 *
 * @param id the broker's execution; an execution is booked once
 * @param lots of this fill
 * @param price in the quote currency
 * @param commission in the account currency
 * @param conversion how an amount in the quote currency becomes one in the account currency
 * @param filledAt when
 */
public record OrderFill(
        UUID id, Lots lots, BigDecimal price, BigDecimal commission, FillRate conversion, Instant filledAt) {

    /**
     * A conversion of record.
     *
     * @param rate amount in quote currency x rate
     * @param prices prices of the pairs the rate came from, by symbol, and when each was true
     * @param stale whether one of them was older at the fill than the setting allows; nothing newer was known
     */
    public record FillRate(BigDecimal rate, Map<String, ClosingPrice> prices, boolean stale) {

        public FillRate {
            prices = Map.copyOf(prices);
        }
    }
}
