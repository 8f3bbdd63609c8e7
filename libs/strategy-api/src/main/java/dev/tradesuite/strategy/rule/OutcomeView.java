package dev.tradesuite.strategy.rule;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;

/**
 * An outcome that a rule would buy.
 *
 * @param market market
 * @param outcome outcome of it
 * @param ask what a share can be bought for
 * @param confidence 0 to 1
 * @param reason why, in a sentence with the figures
 */
public record OutcomeView(Market market, Outcome outcome, BigDecimal ask, double confidence, String reason) {

    /** The intent to act on it. */
    public OrderIntent buy(BigDecimal stake) {
        return OrderIntent.buy(market, outcome, ask, stake, confidence, reason);
    }
}
