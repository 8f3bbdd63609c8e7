package dev.tradesuite.accounting.prediction;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a share could be sold for.
 *
 * @param price 0 to 1
 * @param at when that was true
 */
public record OutcomeMark(BigDecimal price, Instant at) {}
