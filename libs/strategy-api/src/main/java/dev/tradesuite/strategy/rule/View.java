package dev.tradesuite.strategy.rule;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.selection.SignalWish;
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
public record View(Market market, Outcome outcome, BigDecimal ask, double confidence, String reason) {

    /** The wish to act on it. */
    public SignalWish buy(BigDecimal stake) {
        return SignalWish.buy(market, outcome, ask, stake, confidence, reason);
    }
}
