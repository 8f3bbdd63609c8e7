package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order, a position or shares that a stop is about.
 *
 * @param key which
 * @param symbol instrument; of shares the outcome
 * @param side of the order, or BUY for a long position; absent while its broker does not say
 * @param lots unfilled lots of the order, or lots of the position or number of shares when first seen; absent while not
 *     known
 * @param orderId the order that is cancelled, or the newest one that closes the position; absent before there is one
 * @param told how far it is
 */
public record StopItem(
        Key key, String symbol, @Nullable Side side, @Nullable BigDecimal lots, @Nullable UUID orderId, Told told) {

    /** What it is. */
    public enum Kind {
        ORDER,
        POSITION,
        /** Shares that a portfolio holds. */
        SHARES
    }

    /**
     * Which order, position or shares.
     *
     * @param kind what it is
     * @param accountId account; of shares that of their portfolio at risk-service
     * @param subject id of the order, symbol of the position, or market of the shares
     */
    public record Key(Kind kind, String accountId, String subject) {}

    /**
     * How far it is.
     *
     * @param status of its order; absent before there is one
     * @param done whether nothing is left to do
     * @param attempts how often it was tried
     * @param reason why it is not done, or why the order ended as it did; absent when there is nothing to say
     * @param at when it was tried last
     */
    public record Told(@Nullable OrderStatus status, boolean done, int attempts, @Nullable Reason reason, Instant at) {}

    /** An order that is to be cancelled. */
    static StopItem of(TradeOrder order, Instant at) {
        return new StopItem(
                new Key(Kind.ORDER, order.origin().accountId(), order.id().toString()),
                order.terms().symbol(),
                order.terms().side(),
                order.unfilledLots().value(),
                order.id(),
                new Told(order.status(), false, 0, null, at));
    }

    /**
     * A position that is to be closed.
     *
     * @param held what its broker holds, above 0 when bought; absent while it does not say
     */
    static StopItem of(String accountId, String symbol, @Nullable BigDecimal held, Instant at) {
        return new StopItem(
                new Key(Kind.POSITION, accountId, symbol),
                symbol,
                held == null ? null : side(held),
                held == null ? null : held.abs(),
                null,
                new Told(null, false, 0, null, at));
    }

    /**
     * Shares that are to be sold.
     *
     * @param accountId that of their portfolio
     */
    static StopItem of(String accountId, StopPortfolios.Shares shares, Instant at) {
        return new StopItem(
                new Key(Kind.SHARES, accountId, shares.marketId()),
                shares.outcome(),
                null,
                shares.count(),
                null,
                new Told(null, false, 0, null, at));
    }

    /** The position is known by now. */
    StopItem held(BigDecimal held) {
        return lots == null ? new StopItem(key, symbol, side(held), held.abs(), orderId, told) : this;
    }

    /** It is tried once more. */
    StopItem tried(Instant at) {
        return with(orderId, new Told(told.status, false, told.attempts + 1, told.reason, at));
    }

    /** An order closes it, or it is that order. */
    StopItem ordered(TradeOrder order, boolean done, Instant at) {
        return with(order.id(), new Told(order.status(), done, told.attempts, order.cause(), at));
    }

    /** It has to wait, because of this. */
    StopItem waiting(Reason why, Instant at) {
        return with(orderId, new Told(told.status, false, told.attempts, why, at));
    }

    /** Nothing is left of it. */
    StopItem done(Instant at) {
        return with(orderId, new Told(told.status, true, told.attempts, null, at));
    }

    private static Side side(BigDecimal held) {
        return held.signum() > 0 ? Side.BUY : Side.SELL;
    }

    private StopItem with(@Nullable UUID order, Told next) {
        return new StopItem(key, symbol, side, lots, order, next);
    }
}
