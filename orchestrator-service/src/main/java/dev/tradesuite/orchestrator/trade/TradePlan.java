package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An idea with everything decided but whether risk allows it.
 *
 * @param idea what it came from
 * @param funds what it was sized against
 * @param side BUY or SELL
 * @param lots size
 * @param stopLossPrice price of the protective stop; absent when it only reduces a position
 * @param conversionPrices prices of currency pairs that were used, by symbol
 * @param reduces what it may only reduce; absent when it opens something
 * @param strategy whose order it is; absent without one, and where it reduces a position of which its strategy holds
 *     nothing
 */
public record TradePlan(
        TradeIdea idea,
        AccountFunds funds,
        Side side,
        Lots lots,
        @Nullable BigDecimal stopLossPrice,
        Map<String, BigDecimal> conversionPrices,
        @Nullable Reduction reduces,
        @Nullable String strategy) {

    public TradePlan {
        conversionPrices = Map.copyOf(conversionPrices);
    }

    /** Whether it closes more than the account has on its side, because others hold against its strategy. */
    boolean takesThroughZero() {
        return reduces == Reduction.HOLDING && lots.isMoreThan(funds.reducedBy(side, idea.symbol()));
    }

    /** The account in the books; a supposed one is not traded on. */
    String accountInBooks() {
        return idea.accountId().orElseThrow(() -> new IllegalStateException("a supposed account cannot be traded on"));
    }

    /** The order that carries it out. */
    TradeTerms terms() {
        TradeEntry entry = idea.entry();
        TradeTerms terms = TradeTerms.of(idea.symbol(), side, entry.type(), lots, entry.limitPrice(), entry.stopPrice())
                .lasting(entry.timeInForce())
                .until(entry.expiresAt());
        return entry.reduceOnly()
                ? terms.reducingOnly().trailing(idea.exit().trailingStop())
                : terms.protectedBy(protection());
    }

    /** Where that order comes from. */
    OrderOrigin origin(UUID decisionId) {
        return OrderOrigin.of(accountInBooks(), funds.currency(), idea.marketPrice(), conversionPrices)
                .leveraged(idea.leverage())
                .wantedBy(strategy)
                .decidedBy(decisionId);
    }

    /** What that order takes on, or gives back. */
    Risk.Exposure exposure() {
        return new Risk.Exposure(
                accountInBooks(),
                idea.symbol(),
                side,
                lots,
                idea.entryPrice(side),
                stopLossPrice,
                idea.leverage(),
                idea.strategy(),
                conversionPrices,
                reduces);
    }

    private Protection protection() {
        // A stop that trails from the start begins at its distance from the fill, wherever that is.
        boolean begins = idea.exit().stop() instanceof StopChoice.Trailing;
        return new Protection(
                begins ? null : stopLossPrice,
                idea.exit().takeProfitPrice(),
                idea.exit().trailingStop());
    }
}
