package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.Protection;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An idea with everything decided but whether risk allows it.
 *
 * @param idea what it came from
 * @param funds what it was sized against
 * @param side BUY or SELL
 * @param lots size
 * @param stopLossPrice price of the protective stop
 * @param conversionPrices prices of currency pairs that were used, by symbol
 */
public record TradePlan(
        TradeIdea idea,
        Funds funds,
        Side side,
        Lots lots,
        BigDecimal stopLossPrice,
        Map<String, BigDecimal> conversionPrices) {

    public TradePlan {
        conversionPrices = Map.copyOf(conversionPrices);
    }

    /** The account in the books; a supposed one is not traded on. */
    String accountInBooks() {
        if (idea.account() instanceof AccountChoice.InBooks(String id)) {
            return id;
        }
        throw new IllegalStateException("a supposed account cannot be traded on");
    }

    /** The order that carries it out. */
    OrderTerms terms() {
        return new OrderTerms(
                idea.symbol(),
                side,
                idea.entry().type(),
                lots,
                idea.entry().price(),
                idea.entry().expiresAt(),
                false,
                new Protection(stopLossPrice, idea.takeProfitPrice()));
    }
}
