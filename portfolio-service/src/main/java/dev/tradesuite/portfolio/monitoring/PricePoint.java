package dev.tradesuite.portfolio.monitoring;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of an instrument.
 *
 * @param price in the quote currency, above 0
 * @param at when it was so
 */
public record PricePoint(BigDecimal price, Instant at) {}
