package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a stop of trading would do now. {@code GET /api/v1/orchestrator/stop/preview?level=&scope=&id=}
 *
 * @param level how much would be stopped
 * @param scope one account, or all
 * @param id account; absent with scope {@code all}
 * @param orders orders that would be cancelled
 * @param positions positions that would be closed; none unless it flattens
 * @param portfolios portfolios that would open nothing any more, and to flatten would be paused and sell what they
 *     hold; absent while the books do not answer
 * @param portfoliosReason why portfolios are absent; absent when they are not
 */
public record TradingStopPreview(
        StopLevel level,
        StopScope scope,
        @Nullable String id,
        List<OrderToCancel> orders,
        List<PositionToClose> positions,
        @Nullable List<StoppedPortfolio> portfolios,
        @Nullable Reason portfoliosReason) {

    /**
     * An order that would be cancelled.
     *
     * @param orderId order
     * @param accountId account
     * @param symbol instrument
     * @param side BUY or SELL
     * @param type market, limit, stop or stop limit
     * @param lots unfilled lots
     * @param limitPrice of a limit or stop limit order
     * @param stopPrice trigger of a stop or stop limit order
     */
    public record OrderToCancel(
            UUID orderId,
            String accountId,
            String symbol,
            Side side,
            OrderType type,
            BigDecimal lots,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopPrice) {}

    /**
     * A position that would be closed at the market.
     *
     * @param accountId account
     * @param symbol instrument
     * @param side BUY for long, SELL for short; absent while the broker does not say
     * @param lots what the broker holds; absent while it does not say
     * @param price newest market price; absent when none is young enough
     * @param pricedAt when that was; absent without one
     * @param notional worth at that price in the quote currency; absent without one
     * @param currency quote currency
     * @param reason why a figure is absent; absent when none is
     */
    public record PositionToClose(
            String accountId,
            String symbol,
            @Nullable Side side,
            @Nullable BigDecimal lots,
            @Nullable BigDecimal price,
            @Nullable Instant pricedAt,
            @Nullable BigDecimal notional,
            @Nullable String currency,
            @Nullable Reason reason) {}

    /**
     * A portfolio that would open nothing any more.
     *
     * @param portfolioId portfolio
     * @param name for people
     * @param positions how many it holds; to flatten, those that would be sold
     * @param worth what these are worth, USD; those that nobody bids for at their cost
     * @param unmarkedPositions how many of them nobody bids for, which cannot be sold
     */
    public record StoppedPortfolio(
            long portfolioId, String name, int positions, BigDecimal worth, int unmarkedPositions) {}
}
