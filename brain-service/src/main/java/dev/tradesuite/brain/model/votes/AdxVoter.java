package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.ADX;
import static dev.tradesuite.brain.indicator.Indicator.MINUS_DI;
import static dev.tradesuite.brain.indicator.Indicator.PLUS_DI;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Figures;

/**
 * Average directional index: a trend that is strong enough to follow.
 *
 * <p>Below the limit there is no trend and the vote is HOLD. From the limit on the directional indicator that leads
 * gives the side, with a confidence of 0.5 at the limit and 1 from 25 points above it: an ADX of 35 with the limit at
 * 25 has 0.5 + 10 / 50 = 0.7.
 *
 * @param minAdx ADX from which on a market trends, such as 25
 */
record AdxVoter(double minAdx) implements Voter {

    private static final double POINTS_TO_FULL = 50;

    @Override
    public Ballot vote(VotersView view) {
        Readings readings = view.readings();
        if (view.trend() == Trend.UNKNOWN) {
            return new Ballot.Abstained("the ADX or a directional indicator is not known.");
        }
        double adx = readings.value(ADX);
        if (view.trend() == Trend.NONE) {
            return Ballot.hold("ADX " + Figures.oneDecimal(adx) + " shows no trend; it takes "
                    + Figures.oneDecimal(minAdx) + " and a side that leads.");
        }
        boolean up = view.trend() == Trend.UP;
        return Ballot.side(
                up,
                Math.min(1, 0.5 + (adx - minAdx) / POINTS_TO_FULL),
                "ADX " + Figures.oneDecimal(adx) + " shows a trend " + (up ? "up" : "down") + ", +DI "
                        + Figures.oneDecimal(readings.value(PLUS_DI)) + ", -DI "
                        + Figures.oneDecimal(readings.value(MINUS_DI)) + ".");
    }
}
