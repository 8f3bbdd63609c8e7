package dev.tradesuite.broker;

import java.math.BigDecimal;

/**
 * An order as it is sent.
 *
 * @param clientOrderId our key
 * @param accountId account
 * @param terms what is wanted
 * @param marketPrice price when the order was made
 */
public record BrokerRequest(String clientOrderId, String accountId, TradeTerms terms, BigDecimal marketPrice) {}
