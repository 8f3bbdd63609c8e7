package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.ATR;
import static dev.tradesuite.brain.indicator.Indicator.EMA_FAST;
import static dev.tradesuite.brain.indicator.Indicator.EMA_SLOW;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Figures;

/**
 * Two moving averages: which way the market has been going.
 *
 * <p>The fast average above the slow one is BUY, below is SELL, unless the price has already crossed the slow average
 * the other way: then the averages only lag, and the vote is HOLD. The confidence grows with the gap between the
 * averages in average true ranges, full at {@code fullGapAtr}; below a tenth of that the averages run together and the
 * vote is HOLD. Where the range is not known the confidence is 0.5.
 *
 * @param fullGapAtr gap of full confidence in average true ranges, above 0, such as 1
 */
record EmaTrendVoter(double fullGapAtr) implements Voter {

    @Override
    public Ballot vote(VotersView view) {
        Readings readings = view.readings();
        if (!readings.has(EMA_FAST, EMA_SLOW)) {
            return new Ballot.Abstained("one of the moving averages is not known.");
        }
        double slow = readings.value(EMA_SLOW);
        double gap = readings.value(EMA_FAST) - slow;
        double strength = Strength.of(gap, readings.get(ATR), fullGapAtr);
        if (strength == 0) {
            return Ballot.hold("The moving averages run together at " + Figures.price(slow) + ".");
        }
        boolean up = gap > 0;
        if (view.price() instanceof VotePrice.Known price && (up ? price.value() < slow : price.value() > slow)) {
            return Ballot.hold("The averages point " + (up ? "up" : "down") + ", but the price "
                    + Figures.price(price.value()) + " has crossed the slow one at " + Figures.price(slow) + ".");
        }
        return Ballot.side(
                up,
                strength,
                "The fast average is " + Figures.price(Math.abs(gap)) + (up ? " above" : " below") + " the slow one at "
                        + Figures.price(slow) + ".");
    }
}
