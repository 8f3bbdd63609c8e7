package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shares of one outcome of a market; each pays 1 USD when the outcome comes true.
 *
 * @param id position
 * @param orderId order that opened it
 * @param market market and outcome
 * @param status where it stands
 * @param label what the trades of it are
 * @param shares number of shares
 * @param price paid per share
 * @param cost stake plus fee, USD
 * @param mark what a share could be sold for
 * @param heardOfAt when the venue told of the market last, with or without a bid
 * @param openedAt time of the buy
 * @param closing its end; absent while open
 */
public record Position(
        UUID id,
        UUID orderId,
        MarketOutcome market,
        MarketPosition.Status status,
        RunLabel label,
        BigDecimal shares,
        BigDecimal price,
        BigDecimal cost,
        Mark mark,
        Instant heardOfAt,
        Instant openedAt,
        @Nullable Closing closing) {

    /**
     * What a share could be sold for.
     *
     * @param price 0 to 1
     * @param at when that was true
     */
    public record Mark(BigDecimal price, Instant at) {}

    /**
     * End of a position.
     *
     * @param proceeds what it brought after fees, USD
     * @param at when
     */
    public record Closing(BigDecimal proceeds, Instant at) {}

    /** Shares x mark while open, the proceeds when closed. */
    public BigDecimal value() {
        return closing == null ? Amounts.even(shares.multiply(mark.price())) : closing.proceeds();
    }

    /** What it would win, or has won, beyond its cost; negative for a loss. */
    public BigDecimal profit() {
        return Amounts.even(value().subtract(cost));
    }

    /** The position after the venue told of its market; empty when it told nothing new. */
    Optional<Position> heardOf(MarketPrice told) {
        Mark newest = told.bid() != null
                        && told.outcome().equals(market.outcome())
                        && told.at().isAfter(mark.at())
                ? new Mark(told.bid(), told.at())
                : mark;
        Instant heard = told.at().isAfter(heardOfAt) ? told.at() : heardOfAt;
        return newest.equals(mark) && heard.equals(heardOfAt)
                ? Optional.empty()
                : Optional.of(new Position(
                        id, orderId, market, status, label, shares, price, cost, newest, heard, openedAt, null));
    }

    Position closed(MarketPosition.Status as, BigDecimal atPrice, BigDecimal proceeds, Instant now) {
        return new Position(
                id,
                orderId,
                market,
                as,
                label,
                shares,
                price,
                cost,
                new Mark(atPrice, now),
                now,
                openedAt,
                new Closing(proceeds, now));
    }
}
