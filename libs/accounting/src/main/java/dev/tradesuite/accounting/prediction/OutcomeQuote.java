package dev.tradesuite.accounting.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a venue tells of a market.
 *
 * @param marketId market
 * @param outcome outcome that the bid and the payout are for
 * @param bid what a share could be sold for; absent when nobody bids
 * @param at when that was true
 * @param payout what a share pays, 0 to 1; absent until the venue has resolved the market
 */
public record OutcomeQuote(
        String marketId, String outcome, @Nullable BigDecimal bid, Instant at, @Nullable BigDecimal payout) {

    /** The same, but never of a later time than now: a wrong date must not shut out what follows. */
    OutcomeQuote notAfter(Instant now) {
        return at.isAfter(now) ? new OutcomeQuote(marketId, outcome, bid, now, payout) : this;
    }
}
