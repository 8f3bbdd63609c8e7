package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.BOLLINGER_LOWER;
import static dev.tradesuite.brain.indicator.Indicator.BOLLINGER_UPPER;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Figures;

/**
 * Bollinger bands: a price that is far from its mean.
 *
 * <p>The place of the price is %b = (price - lower) / (upper - lower), 0 at the lower band and 1 at the upper. In a
 * range, and where the trend is not known, a price at or beyond a band tends back: BUY at the lower, SELL at the upper,
 * with a confidence of 0.5 at the band and 1 from one standard deviation beyond it (a quarter of the width). In a trend
 * a price beyond the band on its side walks along it and votes with the trend at 0.5, and one beyond the other band is
 * neither bought nor sold. Inside the bands the vote is HOLD.
 */
record BollingerVoter() implements Voter {

    private static final double PER_WIDTH = 2;

    @Override
    public Ballot vote(VotersView view) {
        Readings readings = view.readings();
        if (!readings.has(BOLLINGER_UPPER, BOLLINGER_LOWER)) {
            return new Ballot.Abstained("one of the bands is not known.");
        }
        return switch (view.price()) {
            case VotePrice.Unknown unknown -> new Ballot.Abstained(unknown.why() + ".");
            case VotePrice.Known price ->
                onBands(price.value(), readings.value(BOLLINGER_LOWER), readings.value(BOLLINGER_UPPER), view.trend());
        };
    }

    private static Ballot onBands(double price, double lower, double upper, Trend trend) {
        double width = upper - lower;
        if (!(width > 0)) {
            return new Ballot.Abstained("the bands have no width.");
        }
        double place = (price - lower) / width;
        if (place > 0 && place < 1) {
            return Ballot.hold("The price is inside the bands, %b " + Figures.twoDecimals(place) + ".");
        }
        boolean above = place >= 1;
        String where = "The price " + Figures.price(price)
                + (above ? " is at or above the upper" : " is at or below the lower") + " band, %b "
                + Figures.twoDecimals(place);
        return switch (trend) {
            case NONE, UNKNOWN ->
                Ballot.side(
                        !above,
                        Math.min(1, 0.5 + PER_WIDTH * (above ? place - 1 : -place)),
                        where + ": far from its mean.");
            case UP ->
                above ? Ballot.buy(0.5, where + ": it walks the band.") : Ballot.hold(where + ", against the trend.");
            case DOWN ->
                above ? Ballot.hold(where + ", against the trend.") : Ballot.sell(0.5, where + ": it walks the band.");
        };
    }
}
