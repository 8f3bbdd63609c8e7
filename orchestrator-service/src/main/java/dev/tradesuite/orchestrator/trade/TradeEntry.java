package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.ExpectedFill;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to get into a trade, or with {@code reduceOnly} out of one.
 *
 * @param type market, limit, stop or stop limit
 * @param limitPrice worst price of a limit or stop limit order; absent for any other
 * @param stopPrice trigger of a stop or stop limit order; absent for any other
 * @param timeInForce how long it is wanted
 * @param expiresAt when an unfilled order ends; absent: it stays
 * @param reduceOnly whether it may only reduce a position
 */
public record TradeEntry(
        OrderType type,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        boolean reduceOnly) {

    public static final TradeEntry AT_MARKET =
            new TradeEntry(OrderType.MARKET, null, null, TimeInForce.GTC, null, false);

    /** Out of a position at the market. */
    public static final TradeEntry EXIT_AT_MARKET =
            new TradeEntry(OrderType.MARKET, null, null, TimeInForce.GTC, null, true);

    /** The prices it states. */
    List<BigDecimal> statedPrices() {
        return Stream.of(Optional.ofNullable(limitPrice), Optional.ofNullable(stopPrice))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The price at which a trade of this side is filled, as far as that is known when the market is there. */
    public BigDecimal expectedFill(Side side, BigDecimal market) {
        return ExpectedFill.of(type, side, limitPrice, stopPrice, market);
    }

    /** The price it states: the limit where it has one, else the trigger; empty for a market order. */
    public Optional<BigDecimal> statedPrice() {
        return Optional.ofNullable(limitPrice == null ? stopPrice : limitPrice);
    }
}
