package dev.tradesuite.accounting.prediction;

import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shares of one outcome of a market; each pays 1 USD when the outcome comes true.
 *
 * @param id position
 * @param orderId order that opened it
 * @param market market and outcome
 * @param label what the trades of it are
 * @param purchase what was bought; it never changes
 * @param mark what a share could be sold for; absent until somebody has bid
 * @param quotedAt when the venue told of the market last, with or without a bid
 * @param closing its end; absent while open
 */
public record OutcomePosition(
        UUID id,
        UUID orderId,
        MarketOutcome market,
        RunLabel label,
        Purchase purchase,
        @Nullable OutcomeMark mark,
        Instant quotedAt,
        @Nullable Closing closing) {

    /**
     * What was bought.
     *
     * @param shares number of shares
     * @param price paid per share
     * @param cost stake plus fee, USD
     * @param at when
     */
    public record Purchase(BigDecimal shares, BigDecimal price, BigDecimal cost, Instant at) {}

    /**
     * End of a position.
     *
     * @param as SOLD, WON, LOST or SETTLED
     * @param proceeds what it brought after fees, USD
     * @param at when
     */
    public record Closing(Status as, BigDecimal proceeds, Instant at) {

        public Closing {
            if (as == Status.OPEN) {
                throw new IllegalArgumentException("what is closed is not OPEN");
            }
        }
    }

    /** Where it stands. */
    public Status status() {
        return closing == null ? Status.OPEN : closing.as();
    }

    public BigDecimal shares() {
        return purchase.shares();
    }

    /** Stake plus fee, USD. */
    public BigDecimal cost() {
        return purchase.cost();
    }

    /** Shares x mark while open, the cost while nobody has bid, the proceeds when closed. */
    public BigDecimal value() {
        if (closing != null) {
            return closing.proceeds();
        }
        return mark == null ? Amounts.even(cost()) : Amounts.even(shares().multiply(mark.price()));
    }

    /** Value less cost; negative for a loss. */
    public BigDecimal profit() {
        return Amounts.even(value().subtract(cost()));
    }

    /** The position after the venue told of its market; empty when it told nothing new. */
    Optional<OutcomePosition> quoted(OutcomeQuote quote) {
        OutcomeMark newest = quote.bid() != null
                        && quote.outcome().equals(market.outcome())
                        && quote.at().isAfter(mark == null ? quotedAt : mark.at())
                ? new OutcomeMark(quote.bid(), quote.at())
                : mark;
        Instant newestAt = quote.at().isAfter(quotedAt) ? quote.at() : quotedAt;
        return Objects.equals(newest, mark) && newestAt.equals(quotedAt)
                ? Optional.empty()
                : Optional.of(with(newest, newestAt, null));
    }

    /**
     * What a share pays by this quote; empty unless the venue has resolved the market. What is told of another outcome
     * settles nothing, nor does a resolution from a time after which the market was still quoted.
     */
    Optional<BigDecimal> payout(OutcomeQuote quote) {
        return Optional.ofNullable(quote.payout())
                .filter(_ -> quote.outcome().equals(market.outcome()))
                .filter(_ -> !quote.at().isBefore(quotedAt));
    }

    OutcomePosition closed(Status as, BigDecimal atPrice, BigDecimal proceeds, Instant now) {
        return with(new OutcomeMark(atPrice, now), now, new Closing(as, proceeds, now));
    }

    private OutcomePosition with(@Nullable OutcomeMark newMark, Instant newQuotedAt, @Nullable Closing end) {
        return new OutcomePosition(id, orderId, market, label, purchase, newMark, newQuotedAt, end);
    }
}
