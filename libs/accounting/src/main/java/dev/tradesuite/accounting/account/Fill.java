package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that was filled, wholly or in part: the one thing that changes a position.
 *
 * @param id the same fill always has the same id
 * @param order what the fill is a part of
 * @param accountId account it belongs to
 * @param deal what was traded
 * @param terms what decides its costs and its margin
 * @param label PAPER or LIVE
 * @param filledAt when, in microseconds like every stored time
 */
public record Fill(
        UUID id, OrderPart order, String accountId, Deal deal, Terms terms, RunLabel label, Instant filledAt) {

    /** @throws FillRefusedException when the label is of nothing that books keep */
    public Fill {
        AccountOpening.requireOfBooks(label);
        filledAt = filledAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What was traded.
     *
     * @param instrument what was traded
     * @param side of the order
     * @param lots of this fill, above 0
     * @param price in the quote currency, above 0
     */
    public record Deal(Instrument instrument, Side side, Lots lots, BigDecimal price) {

        public Deal {
            require(!lots.isZero(), "lots must be above 0, was " + lots);
            require(price.signum() > 0, "price must be above 0, was " + price.toPlainString());
        }

        private boolean tells(Deal other) {
            return instrument.equals(other.instrument)
                    && side == other.side
                    && lots.equals(other.lots)
                    && price.compareTo(other.price) == 0;
        }
    }

    /**
     * What decides the costs and the margin of a fill.
     *
     * @param commission in the account currency, rounded half-even to an amount; negative for a rebate
     * @param conversionRate quote currency to account currency at the time
     * @param leverage stated with the order
     * @param stopLossPrice protective stop its order asked for; absent without one. What protects the position are the
     *     orders that work
     */
    public record Terms(
            BigDecimal commission, BigDecimal conversionRate, Leverage leverage, @Nullable BigDecimal stopLossPrice) {

        public Terms {
            require(
                    conversionRate.signum() > 0,
                    "conversion_rate must be above 0, was " + conversionRate.toPlainString());
            require(
                    stopLossPrice == null || stopLossPrice.signum() > 0,
                    "stop_loss_price must be above 0, was " + stopLossPrice);
            commission = Amounts.even(commission);
        }
    }

    /**
     * The order a fill is a part of.
     *
     * @param orderId order
     * @param clientOrderId key the broker knows it by
     * @param cumulativeLots lots of the order filled so far, this fill included
     * @param complete whether the order has no further fills
     * @param reduceOnly whether it may only reduce a position
     * @param strategy that wanted the trade; absent without one
     * @param exitReason why it closes what it closes; absent when nobody said
     */
    public record OrderPart(
            UUID orderId,
            String clientOrderId,
            Lots cumulativeLots,
            boolean complete,
            boolean reduceOnly,
            @Nullable String strategy,
            @Nullable ExitReason exitReason) {}

    public Instrument instrument() {
        return deal.instrument();
    }

    public Side side() {
        return deal.side();
    }

    public Lots lots() {
        return deal.lots();
    }

    public BigDecimal price() {
        return deal.price();
    }

    /** Says whether the other is a report of the same event: what was traded, on which account, at what price. */
    public boolean tells(Fill other) {
        return accountId.equals(other.accountId) && deal.tells(other.deal);
    }

    /** The direction this fill opens, or enlarges. */
    Direction direction() {
        return Direction.openedBy(side());
    }

    /** What the position is valued at until the market tells a price that is not older. */
    Mark mark() {
        return Mark.fill(price(), filledAt);
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException(message);
        }
    }
}
