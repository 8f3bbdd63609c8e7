package dev.tradesuite.strategy.selection;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
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
     * An intent to buy, without a fee.
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
                stake,
                BigDecimal.ZERO,
                confidence,
                reason,
                null);
    }

    /** An intent to sell what is held, without a fee. */
    public static OrderIntent sell(HeldOutcome holding, BigDecimal bid, String reason) {
        return new OrderIntent(
                holding.marketId(),
                holding.question(),
                holding.outcome(),
                Side.SELL,
                bid,
                null,
                null,
                BigDecimal.ZERO,
                1,
                reason,
                null);
    }

    /** The same intent, as one of a set. */
    public OrderIntent inSet(String name) {
        return new OrderIntent(
                marketId, question, outcome, side, price, exitPrice, stake, feePercent, confidence, reason, name);
    }

    /** The same intent at a venue that takes a fee. */
    public OrderIntent withFee(BigDecimal percent) {
        return new OrderIntent(
                marketId, question, outcome, side, price, exitPrice, stake, percent, confidence, reason, set);
    }
}
