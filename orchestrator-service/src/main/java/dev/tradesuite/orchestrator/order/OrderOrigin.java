package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.Leverage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from and what its fills are booked with.
 *
 * @param accountId account
 * @param accountCurrency its currency
 * @param marketPrice price when the order was made
 * @param leverage stated with the trade
 * @param strategy that wanted the trade; absent without one
 * @param decisionId decision it came from; absent for a protective order and for a close
 * @param parentOrderId order it protects; absent for any other
 * @param conversionPrices prices of the pairs that convert the quote currency, by symbol
 */
public record OrderOrigin(
        String accountId,
        String accountCurrency,
        BigDecimal marketPrice,
        Leverage leverage,
        @Nullable String strategy,
        @Nullable UUID decisionId,
        @Nullable UUID parentOrderId,
        Map<String, BigDecimal> conversionPrices) {

    public OrderOrigin {
        conversionPrices = Map.copyOf(conversionPrices);
    }

    /** The origin of an order that protects the given one. */
    OrderOrigin ofLeg(UUID parent) {
        return new OrderOrigin(
                accountId, accountCurrency, marketPrice, leverage, strategy, null, parent, conversionPrices);
    }
}
