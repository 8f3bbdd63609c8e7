package dev.tradesuite.accounting.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The price of an instrument at a time.
 *
 * @param price above 0
 * @param at when it was true, in microseconds like every stored time
 */
public record Mark(BigDecimal price, Instant at) {

    public Mark {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price must be above 0, was " + price.toPlainString());
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The later of the two, this one when both are of the same time. */
    public Mark orNewer(Mark other) {
        return other.at.isAfter(at) ? other : this;
    }
}
