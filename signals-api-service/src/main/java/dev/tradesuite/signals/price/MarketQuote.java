package dev.tradesuite.signals.price;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of the moment.
 *
 * @param symbol instrument
 * @param price in the quote currency
 * @param at when it was so
 */
public record MarketQuote(String symbol, BigDecimal price, Instant at) {}
