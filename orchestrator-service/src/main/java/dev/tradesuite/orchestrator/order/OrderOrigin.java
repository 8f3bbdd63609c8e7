package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.Leverage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from and what its fills are booked with. Made by name from {@link #of}.
 *
 * @param accountId account
 * @param accountCurrency its currency
 * @param marketPrice price when the order was made
 * @param leverage stated with the trade
 * @param strategy that wanted the trade; absent without one
 * @param decisionId decision it came from; absent for an order that protects, closes or replaces
 * @param parentOrderId order it protects; absent for any other
 * @param replacesOrderId order it was put in the place of; absent for any other
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
        @Nullable UUID replacesOrderId,
        Map<String, BigDecimal> conversionPrices) {

    public OrderOrigin {
        conversionPrices = Map.copyOf(conversionPrices);
    }

    /** The origin of an order nobody but its sender knows the reason of. */
    public static OrderOrigin of(
            String accountId,
            String accountCurrency,
            BigDecimal marketPrice,
            Map<String, BigDecimal> conversionPrices) {
        return new OrderOrigin(
                accountId, accountCurrency, marketPrice, Leverage.NOT_STATED, null, null, null, null, conversionPrices);
    }

    public OrderOrigin leveraged(Leverage stated) {
        return with(stated, strategy, decisionId, parentOrderId);
    }

    public OrderOrigin wantedBy(@Nullable String wantingStrategy) {
        return with(leverage, wantingStrategy, decisionId, parentOrderId);
    }

    public OrderOrigin decidedBy(UUID decision) {
        return with(leverage, strategy, decision, parentOrderId);
    }

    /** The origin of an order that protects the given one. */
    OrderOrigin ofLeg(UUID parent) {
        return with(leverage, strategy, null, parent);
    }

    /** As {@link #ofLeg(UUID)}, of an order that is made when the market is elsewhere. */
    OrderOrigin ofLeg(UUID parent, BigDecimal market) {
        return new OrderOrigin(
                accountId, accountCurrency, market, leverage, strategy, null, parent, null, conversionPrices);
    }

    /** The origin of an order that is put in the place of the given one, when the market may be elsewhere. */
    OrderOrigin replacing(UUID replaced, BigDecimal market) {
        return new OrderOrigin(
                accountId,
                accountCurrency,
                market,
                leverage,
                strategy,
                null,
                parentOrderId,
                replaced,
                conversionPrices);
    }

    private OrderOrigin with(
            Leverage nextLeverage,
            @Nullable String nextStrategy,
            @Nullable UUID nextDecision,
            @Nullable UUID nextParent) {
        return new OrderOrigin(
                accountId,
                accountCurrency,
                marketPrice,
                nextLeverage,
                nextStrategy,
                nextDecision,
                nextParent,
                null,
                conversionPrices);
    }
}
