package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.broker.ExpectedFill;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The side a request gives away.
 *
 * <p>A stop below the price of the fill is that of a BUY, one above it that of a SELL; a target is the other way round,
 * and the trigger of a stop order is above the market for a BUY. Where a limit is better than the market, or a trigger
 * passed, the fill is at the market; so each side has a price of its own.
 */
final class RequestedSides {

    private RequestedSides() {}

    /** The only side that fits all that is stated; absent when both do, or none. */
    static @Nullable Side wanted(TradeRequest request) {
        Set<Side> fitting = all(request);
        return fitting.size() == 1 ? fitting.iterator().next() : null;
    }

    /** The sides that fit all that is stated. */
    static Set<Side> all(TradeRequest request) {
        Set<Side> fitting = EnumSet.allOf(Side.class);
        stated(request).ifPresent(side -> fitting.retainAll(EnumSet.of(side)));
        fitting.retainAll(ofStopLoss(request));
        fitting.retainAll(ofTakeProfit(request));
        fitting.retainAll(ofTrigger(request));
        return fitting;
    }

    static Optional<Side> stated(TradeRequest request) {
        return Optional.ofNullable(request.side());
    }

    /** The sides of which a trade has its stop there: below the price it is filled at for a BUY. */
    static Set<Side> ofStopLoss(TradeRequest request) {
        return fitting(request, request.stopLossPrice(), -1);
    }

    /** The sides of which a trade has its target there: above the price it is filled at for a BUY. */
    static Set<Side> ofTakeProfit(TradeRequest request) {
        return fitting(request, request.takeProfitPrice(), 1);
    }

    /** The sides of which a stop order has its trigger there: above the market for a BUY. */
    static Set<Side> ofTrigger(TradeRequest request) {
        BigDecimal trigger = hasTrigger(request) ? price(request.stopPrice()) : null;
        BigDecimal market = price(request.currentPrice());
        if (trigger == null || market == null) {
            return EnumSet.allOf(Side.class);
        }
        int order = trigger.compareTo(market);
        return order == 0 ? EnumSet.allOf(Side.class) : EnumSet.of(order > 0 ? Side.BUY : Side.SELL);
    }

    /** Whether a price is the very one a trade is filled at, of whichever side it may be. */
    static boolean isEntry(TradeRequest request, @Nullable BigDecimal price) {
        return price != null
                && Arrays.stream(Side.values())
                        .filter(side -> request.side() == null || request.side() == side)
                        .map(side -> Optional.ofNullable(entryPrice(request, side)))
                        .allMatch(entry -> entry.isPresent() && entry.get().compareTo(price) == 0);
    }

    /** @param where a BUY has the price: 1 above its entry, -1 below */
    private static Set<Side> fitting(TradeRequest request, @Nullable BigDecimal stated, int where) {
        BigDecimal price = price(stated);
        Set<Side> fitting = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            BigDecimal entry = entryPrice(request, side);
            if (price == null || entry == null || price.compareTo(entry) == where * side.sign()) {
                fitting.add(side);
            }
        }
        return fitting;
    }

    /** The price a trade of this side is filled at; absent when a price is missing or none. */
    private static @Nullable BigDecimal entryPrice(TradeRequest request, Side side) {
        OrderType type = Objects.requireNonNullElse(request.orderType(), OrderType.MARKET);
        BigDecimal market = price(request.currentPrice());
        BigDecimal limit = type.hasLimit() ? price(request.limitPrice()) : null;
        BigDecimal trigger = type.hasTrigger() ? price(request.stopPrice()) : null;
        if (market == null || type.hasLimit() == (limit == null) || type.hasTrigger() == (trigger == null)) {
            return null;
        }
        return ExpectedFill.of(type, side, limit, trigger, market);
    }

    /** The price the entry is made at: the stated one of a limit or stop order, else the market's. */
    static @Nullable BigDecimal entryPrice(TradeRequest request) {
        BigDecimal stated = statedPrice(request);
        return stated == null ? request.currentPrice() : stated;
    }

    /** The price a limit or stop order states; absent for a market order. */
    static @Nullable BigDecimal statedPrice(TradeRequest request) {
        if (request.orderType() != null && request.orderType().hasLimit()) {
            return request.limitPrice();
        }
        return hasTrigger(request) ? request.stopPrice() : null;
    }

    private static boolean hasTrigger(TradeRequest request) {
        return request.orderType() != null && request.orderType().hasTrigger();
    }

    /** A price that is one; absent when it is zero or below. */
    private static @Nullable BigDecimal price(@Nullable BigDecimal stated) {
        return stated == null || stated.signum() <= 0 ? null : stated;
    }
}
