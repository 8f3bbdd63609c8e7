package dev.tradesuite.broker;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a broker is asked to do. Made by name: {@link #market}, {@link #limit}, {@link #stop} or {@link #stopLimit}, and
 * what differs from the usual added with the methods below.
 *
 * @param symbol instrument
 * @param side BUY or SELL
 * @param type market, limit, stop or stop limit
 * @param lots wanted, above 0
 * @param limitPrice worst price of a limit or stop limit order; absent for any other
 * @param stopPrice trigger of a stop or stop limit order; absent for any other
 * @param timeInForce how long it is wanted
 * @param expiresAt when what is unfilled ends; absent: it stays until cancelled
 * @param trailingStop distance at which the trigger of a stop order follows the price; absent: it stays
 * @param reduceOnly whether it may only reduce a position
 * @param protection orders to place at the broker for what is filled
 */
public record TradeTerms(
        String symbol,
        Side side,
        OrderType type,
        Lots lots,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        @Nullable Pips trailingStop,
        boolean reduceOnly,
        Protection protection) {

    public TradeTerms {
        require(!lots.isZero(), "lots must be above 0");
        require(type.hasLimit() == (limitPrice != null), type + " order with limit price " + limitPrice);
        require(type.hasTrigger() == (stopPrice != null), type + " order with stop price " + stopPrice);
        require(!timeInForce.endsOnArrival() || !type.hasTrigger(), timeInForce + " ends before a trigger is reached");
        require(trailingStop == null || type == OrderType.STOP, type + " order with a trailing stop");
        require(!reduceOnly || protection.isNone(), "what only reduces opens nothing to protect");
    }

    /** An order at the market. */
    public static TradeTerms market(String symbol, Side side, Lots lots) {
        return of(symbol, side, OrderType.MARKET, lots, null, null);
    }

    /** An order at a price or better. */
    public static TradeTerms limit(String symbol, Side side, Lots lots, BigDecimal price) {
        return of(symbol, side, OrderType.LIMIT, lots, price, null);
    }

    /** An order at the market once the price has reached the trigger. */
    public static TradeTerms stop(String symbol, Side side, Lots lots, BigDecimal trigger) {
        return of(symbol, side, OrderType.STOP, lots, null, trigger);
    }

    /** An order at a price or better once the price has reached the trigger. */
    public static TradeTerms stopLimit(String symbol, Side side, Lots lots, BigDecimal trigger, BigDecimal price) {
        return of(symbol, side, OrderType.STOP_LIMIT, lots, price, trigger);
    }

    /** An order of any type with the prices that belong to it. */
    public static TradeTerms of(
            String symbol,
            Side side,
            OrderType type,
            Lots lots,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopPrice) {
        return new TradeTerms(
                symbol, side, type, lots, limitPrice, stopPrice, TimeInForce.GTC, null, null, false, Protection.NONE);
    }

    /** A market order that only reduces a position. */
    public static TradeTerms close(String symbol, Side side, Lots lots) {
        return market(symbol, side, lots).reducingOnly();
    }

    public TradeTerms lasting(TimeInForce wanted) {
        return with(lots, limitPrice, stopPrice, wanted, expiresAt, trailingStop, reduceOnly, protection);
    }

    public TradeTerms until(@Nullable Instant end) {
        return with(lots, limitPrice, stopPrice, timeInForce, end, trailingStop, reduceOnly, protection);
    }

    public TradeTerms trailing(@Nullable Pips distance) {
        return with(lots, limitPrice, stopPrice, timeInForce, expiresAt, distance, reduceOnly, protection);
    }

    public TradeTerms reducingOnly() {
        return with(lots, limitPrice, stopPrice, timeInForce, expiresAt, trailingStop, true, protection);
    }

    public TradeTerms protectedBy(Protection wanted) {
        return with(lots, limitPrice, stopPrice, timeInForce, expiresAt, trailingStop, reduceOnly, wanted);
    }

    /** The same order for another volume. */
    public TradeTerms sized(Lots wanted) {
        return with(wanted, limitPrice, stopPrice, timeInForce, expiresAt, trailingStop, reduceOnly, protection);
    }

    /** The same order at other prices. */
    public TradeTerms priced(@Nullable BigDecimal limit, @Nullable BigDecimal stop) {
        return with(lots, limit, stop, timeInForce, expiresAt, trailingStop, reduceOnly, protection);
    }

    /** The protective stop for a part of this order, at the given trigger. */
    public TradeTerms stopLoss(BigDecimal trigger, Lots part) {
        return stop(symbol, side.opposite(), part, trigger)
                .trailing(protection.trailingStop())
                .reducingOnly();
    }

    /** The profit target for a part of this order. */
    public TradeTerms takeProfit(BigDecimal limit, Lots part) {
        return limit(symbol, side.opposite(), part, limit).reducingOnly();
    }

    /** The price it states: the limit where it has one, else the trigger; empty for a market order. */
    public Optional<BigDecimal> statedPrice() {
        return Optional.ofNullable(limitPrice == null ? stopPrice : limitPrice);
    }

    /** The price at which it is filled, as far as that is known when the market is there. */
    public BigDecimal expectedFill(BigDecimal market) {
        return ExpectedFill.of(type, side, limitPrice, stopPrice, market);
    }

    /** The limit of an order that has one. */
    public BigDecimal limit() {
        return stated(limitPrice);
    }

    /** The trigger of an order that has one. */
    public BigDecimal trigger() {
        return stated(stopPrice);
    }

    private BigDecimal stated(@Nullable BigDecimal price) {
        if (price == null) {
            throw new IllegalStateException("a %s order does not state this price".formatted(type));
        }
        return price;
    }

    private TradeTerms with(
            Lots nextLots,
            @Nullable BigDecimal nextLimit,
            @Nullable BigDecimal nextStop,
            TimeInForce nextTime,
            @Nullable Instant nextEnd,
            @Nullable Pips nextTrailing,
            boolean nextReduceOnly,
            Protection nextProtection) {
        return new TradeTerms(
                symbol,
                side,
                type,
                nextLots,
                nextLimit,
                nextStop,
                nextTime,
                nextEnd,
                nextTrailing,
                nextReduceOnly,
                nextProtection);
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException(message);
        }
    }
}
