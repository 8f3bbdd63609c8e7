package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the size of a trade. */
public interface Sizing {

    StepAnswer<TradeSize> size(Question question);

    /**
     * What sizing needs to know.
     *
     * @param idea the trade
     * @param wanted how its size is found
     * @param side BUY or SELL
     * @param funds what it is sized against
     * @param stopDistance distance of the stop; absent when sizing finds it
     * @param atr average true range in price units; absent when it is not known
     * @param conversionPrices prices of currency pairs, by symbol
     */
    record Question(
            TradeIdea idea,
            SizeChoice wanted,
            Side side,
            AccountFunds funds,
            @Nullable Pips stopDistance,
            @Nullable BigDecimal atr,
            Map<String, BigDecimal> conversionPrices) {}
}
