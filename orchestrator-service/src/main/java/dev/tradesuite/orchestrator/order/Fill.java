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
 * @param conversionRate quote currency to account currency: amount in quote x rate
 * @param conversionPrices prices of the pairs that rate came from, by symbol
 * @param filledAt when
 */
public record Fill(
        UUID id,
        Lots lots,
        BigDecimal price,
        BigDecimal commission,
        BigDecimal conversionRate,
        Map<String, BigDecimal> conversionPrices,
        Instant filledAt) {

    public Fill {
        conversionPrices = Map.copyOf(conversionPrices);
    }
}
