package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The side a request gives away.
 *
 * <p>A stop below the entry is that of a BUY, one above it that of a SELL; a target is the other way round, and the
 * trigger of a stop order is above the market for a BUY.
 */
final class RequestedSides {

    private RequestedSides() {}

    /** The side that is stated, else the one the prices give away; absent when there is none. */
    static @Nullable Side wanted(TradeRequest request) {
        return Stream.of(stated(request), ofStopLoss(request), ofTakeProfit(request), ofTrigger(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    static Optional<Side> stated(TradeRequest request) {
        return Optional.ofNullable(request.side());
    }

    static Optional<Side> ofStopLoss(TradeRequest request) {
        return above(request.stopLossPrice(), entryPrice(request)).map(above -> above ? Side.SELL : Side.BUY);
    }

    static Optional<Side> ofTakeProfit(TradeRequest request) {
        return above(request.takeProfitPrice(), entryPrice(request)).map(above -> above ? Side.BUY : Side.SELL);
    }

    static Optional<Side> ofTrigger(TradeRequest request) {
        return hasTrigger(request)
                ? above(request.stopPrice(), request.currentPrice()).map(above -> above ? Side.BUY : Side.SELL)
                : Optional.empty();
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

    /** Whether a price is above another; empty when one is missing, is none, or they are the same. */
    private static Optional<Boolean> above(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        if (price == null || other == null || price.signum() <= 0 || other.signum() <= 0) {
            return Optional.empty();
        }
        int order = price.compareTo(other);
        return order == 0 ? Optional.empty() : Optional.of(order > 0);
    }
}
