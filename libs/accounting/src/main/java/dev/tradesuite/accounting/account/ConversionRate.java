package dev.tradesuite.accounting.account;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a quote currency is worth in the currency of the account.
 *
 * @param value above 0
 * @param at when it was true; absent when both currencies are the same, a rate that does not age
 */
public record ConversionRate(BigDecimal value, @Nullable Instant at) {

    /** The rate of a currency to itself. */
    public static final ConversionRate SAME_CURRENCY = new ConversionRate(BigDecimal.ONE, null);

    public ConversionRate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("conversion rate must be above 0, was " + value.toPlainString());
        }
    }

    /** The later of the two, this one when both are of the same time or do not age. */
    ConversionRate orNewer(ConversionRate fill) {
        return at != null && fill.at != null && fill.at.isAfter(at) ? fill : this;
    }

    /** The later of the two, the market's when both are of the same time. */
    ConversionRate orNotOlder(ConversionRate market) {
        return at != null && market.at != null && !market.at.isBefore(at) ? market : this;
    }

    /** The amount in the account currency, not rounded. */
    public BigDecimal convert(BigDecimal amount) {
        return amount.multiply(value);
    }
}
