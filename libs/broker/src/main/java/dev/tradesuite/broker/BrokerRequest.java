package dev.tradesuite.broker;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent.
 *
 * @param clientOrderId our key
 * @param accountId account
 * @param terms what is wanted
 * @param marketPrice price when the order was made
 * @param strategy whose it is; absent without one
 */
public record BrokerRequest(
        String clientOrderId, String accountId, TradeTerms terms, BigDecimal marketPrice, @Nullable String strategy) {

    /** An order of no strategy. */
    public BrokerRequest(String clientOrderId, String accountId, TradeTerms terms, BigDecimal marketPrice) {
        this(clientOrderId, accountId, terms, marketPrice, null);
    }
}
