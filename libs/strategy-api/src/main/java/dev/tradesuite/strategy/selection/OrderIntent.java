package dev.tradesuite.strategy.selection;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An intent to trade an outcome of a market.
 *
 * @param marketId market
 * @param question what the market asks
 * @param outcome outcome to trade
 * @param side BUY opens, SELL closes the whole position
 * @param price best ask for a BUY, best bid for a SELL
 * @param exitPrice for a BUY, what the shares could be sold for at once; absent when nobody bids
 * @param quotedAt when these prices were true; absent when that is not known
 * @param stake for a BUY, USD to spend on shares; absent for a SELL
 * @param feePercent fee of the venue in percent of the amount traded
 * @param confidence 0 to 1; the better ones get the open slots
 * @param reason why, in a sentence with the figures
 * @param set intents with the same set are bought all or not at all; absent for one that stands alone
 */
public record OrderIntent(
        String marketId,
        String question,
        String outcome,
        Side side,
        BigDecimal price,
        @Nullable BigDecimal exitPrice,
        @Nullable Instant quotedAt,
        @Nullable BigDecimal stake,
        BigDecimal feePercent,
        double confidence,
        String reason,
        @Nullable String set) {

    public OrderIntent {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
        }
        if ((side == Side.BUY) != (stake != null)) {
            throw new IllegalArgumentException("a BUY has a stake, a SELL has none");
        }
    }

    /**
     * An intent to buy, at the fee of the venue.
     *
     * @param ask price to pay per share
     * @param stake USD to spend
     */
    public static OrderIntent buy(
            Market market, Outcome outcome, BigDecimal ask, BigDecimal stake, double confidence, String reason) {
        return new OrderIntent(
                market.id(),
                market.question(),
                outcome.name(),
                Side.BUY,
                ask,
                Quotes.bid(outcome).orElse(null),
                market.at(),
                stake,
                market.rules().feePercent(ask),
                confidence,
                reason,
                null);
    }

    /** An intent to sell what is held, at the fee of the venue. */
    public static OrderIntent sell(HeldOutcome holding, BigDecimal bid, String reason) {
        Market market = holding.market();
        return new OrderIntent(
                holding.marketId(),
                holding.question(),
                holding.outcome(),
                Side.SELL,
                bid,
                null,
                market == null ? null : market.at(),
                null,
                market == null ? BigDecimal.ZERO : market.rules().feePercent(bid),
                1,
                reason,
                null);
    }

    /** The same intent, as one of a set. */
    public OrderIntent inSet(String name) {
        return new OrderIntent(
                marketId,
                question,
                outcome,
                side,
                price,
                exitPrice,
                quotedAt,
                stake,
                feePercent,
                confidence,
                reason,
                name);
    }

    /** The same intent where the fee is at least this, in percent of the amount traded. */
    public OrderIntent withFeeOfAtLeast(BigDecimal percent) {
        return new OrderIntent(
                marketId,
                question,
                outcome,
                side,
                price,
                exitPrice,
                quotedAt,
                stake,
                feePercent.max(percent),
                confidence,
                reason,
                set);
    }
}
