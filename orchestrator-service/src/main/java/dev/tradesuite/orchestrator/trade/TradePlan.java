package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
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
    TradeTerms terms() {
        TradeIdea.Entry entry = idea.entry();
        return TradeTerms.of(
                        idea.symbol(),
                        side,
                        entry.type(),
                        lots,
                        entry.type() == OrderType.LIMIT ? entry.price() : null,
                        entry.type() == OrderType.STOP ? entry.price() : null)
                .until(entry.expiresAt())
                .protectedBy(Protection.of(stopLossPrice, idea.takeProfitPrice()));
    }
}
