package dev.tradesuite.orchestrator.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A price of an instrument.
 *
 * @param price in the quote currency
 * @param at when it was true
 */
public record ClosingPrice(BigDecimal price, Instant at) {

    /** How far it is from a moment, before or after. */
    Duration distanceTo(Instant moment) {
        return Duration.between(at, moment).abs();
    }
}
