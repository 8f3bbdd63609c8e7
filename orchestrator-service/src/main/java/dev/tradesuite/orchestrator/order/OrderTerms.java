package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a broker is asked to do.
 *
 * @param symbol instrument
 * @param side BUY or SELL
 * @param type market, limit or stop
 * @param lots wanted, above 0
 * @param price limit of a limit order, trigger of a stop order, absent for a market order
 * @param expiresAt when what is unfilled ends; absent: it stays until cancelled
 * @param reduceOnly whether it may only reduce a position
 * @param protection orders to place at the broker for what is filled
 */
public record OrderTerms(
        String symbol,
        Side side,
        OrderType type,
        Lots lots,
        @Nullable BigDecimal price,
        @Nullable Instant expiresAt,
        boolean reduceOnly,
        Protection protection) {

    public OrderTerms {
        if (lots.isZero()) {
            throw new IllegalArgumentException("lots must be above 0");
        }
        if ((type == OrderType.MARKET) != (price == null)) {
            throw new IllegalArgumentException(type + " order with price " + price);
        }
    }

    /** A market order that only reduces a position. */
    public static OrderTerms close(String symbol, Side side, Lots lots) {
        return new OrderTerms(symbol, side, OrderType.MARKET, lots, null, null, true, Protection.NONE);
    }

    /** The protective stop for a part of this order. */
    public OrderTerms stopLoss(BigDecimal trigger, Lots part) {
        return leg(OrderType.STOP, trigger, part);
    }

    /** The profit target for a part of this order. */
    public OrderTerms takeProfit(BigDecimal limit, Lots part) {
        return leg(OrderType.LIMIT, limit, part);
    }

    /** The price of a limit or stop order. */
    public BigDecimal statedPrice() {
        if (price == null) {
            throw new IllegalStateException("a market order states no price");
        }
        return price;
    }

    private OrderTerms leg(OrderType legType, BigDecimal legPrice, Lots part) {
        return new OrderTerms(symbol, side.opposite(), legType, part, legPrice, null, true, Protection.NONE);
    }
}
