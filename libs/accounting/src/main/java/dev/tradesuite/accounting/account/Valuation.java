package dev.tradesuite.accounting.account;

import java.time.Instant;

/**
 * The two figures the worth of a position rests on.
 *
 * @param mark price of the instrument
 * @param rate from its quote currency to the currency of the account
 */
public record Valuation(Mark mark, ConversionRate rate) {

    /** After a further fill of the position: of each figure the newer, what is known already when both are as old. */
    Valuation orNewer(Valuation fill) {
        return new Valuation(mark.orNewer(fill.mark), rate.orNewer(fill.rate));
    }

    /** After prices of the market: of each figure the newer, that of the market when both are as old. */
    Valuation orNotOlder(Valuation market) {
        return new Valuation(mark.orNotOlder(market.mark), rate.orNotOlder(market.rate));
    }

    /** Time of the older of the two. */
    public Instant at() {
        Instant rateAt = rate.at();
        return rateAt != null && rateAt.isBefore(mark.at()) ? rateAt : mark.at();
    }
}
