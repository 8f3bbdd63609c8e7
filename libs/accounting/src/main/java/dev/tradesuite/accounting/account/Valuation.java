package dev.tradesuite.accounting.account;

import java.time.Instant;

/**
 * The two figures the worth of a position rests on.
 *
 * @param mark price of the instrument
 * @param rate from its quote currency to the currency of the account
 */
public record Valuation(Mark mark, ConversionRate rate) {

    /** The newer of each figure, this one's when both are of the same time. */
    public Valuation orNewer(Valuation other) {
        return new Valuation(mark.orNewer(other.mark), rate.orNewer(other.rate));
    }

    /** Time of the older of the two. */
    public Instant at() {
        Instant rateAt = rate.at();
        return rateAt != null && rateAt.isBefore(mark.at()) ? rateAt : mark.at();
    }
}
