package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.ledger.MarkSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The price of an instrument at a time.
 *
 * @param price above 0
 * @param at when it was true, in microseconds like every stored time
 * @param source the market, or the fill of the position it values
 */
public record Mark(BigDecimal price, Instant at, MarkSource source) {

    public Mark {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price must be above 0, was " + price.toPlainString());
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** A price of the market. */
    public static Mark market(BigDecimal price, Instant at) {
        return new Mark(price, at, MarkSource.MARKET);
    }

    /** The price of a fill. */
    public static Mark fill(BigDecimal price, Instant at) {
        return new Mark(price, at, MarkSource.FILL);
    }

    /** The later of the two, this one when both are of the same time. */
    Mark orNewer(Mark fill) {
        return fill.at.isAfter(at) ? fill : this;
    }

    /** The later of the two, the market's when both are of the same time: it may have been put right. */
    Mark orNotOlder(Mark market) {
        return market.at.isBefore(at) ? this : market;
    }
}
