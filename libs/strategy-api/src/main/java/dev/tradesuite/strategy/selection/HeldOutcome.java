package dev.tradesuite.strategy.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shares a portfolio holds of an outcome.
 *
 * @param marketId market
 * @param question what the market asks
 * @param outcome outcome held
 * @param shares how many
 * @param averagePrice price paid per share
 * @param openedAt time of the buy
 * @param market the market as it is now; absent when the source does not know it
 */
public record HeldOutcome(
        String marketId,
        String question,
        String outcome,
        BigDecimal shares,
        BigDecimal averagePrice,
        Instant openedAt,
        @Nullable Market market) {

    /** The prices of the outcome now. */
    public Optional<Outcome> quote() {
        return Optional.ofNullable(market).flatMap(known -> known.outcome(outcome));
    }

    /** What a share pays; empty until its market is resolved, and when that tells nothing of the outcome held. */
    public Optional<BigDecimal> payout() {
        return Optional.ofNullable(market).flatMap(known -> known.payout(outcome));
    }

    /** What a share can be sold for now; empty when nobody bids, or no order would be taken. */
    public Optional<BigDecimal> bid() {
        return market == null || !market.tradable() ? Optional.empty() : quote().flatMap(Quotes::bid);
    }
}
