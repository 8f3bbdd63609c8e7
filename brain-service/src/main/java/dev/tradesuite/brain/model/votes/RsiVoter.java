package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.model.Figures;
import java.util.OptionalDouble;

/**
 * Relative strength index: an exhausted move.
 *
 * <p>In a range, and where the trend is not known, at or below oversold is BUY, at or above overbought is SELL (Wilder:
 * 30 and 70). In a trend the index lives in a higher or lower range (Brown, Cardwell): a pullback that only brings it
 * to oversold + shift is already a chance to buy an uptrend, and overbought there is strength that is not sold.
 * Downtrends mirror this.
 *
 * <p>The confidence is 0.5 at the limit and 1 from 20 points beyond it: an RSI of 25 with oversold 30 has 0.5 + 5 / 40
 * = 0.625.
 *
 * @param oversold limit below which a fall counts as exhausted, such as 30
 * @param overbought limit above which a rise counts as exhausted, such as 70
 * @param trendShift points by which a trend moves the limit of its pullbacks, such as 10
 */
record RsiVoter(double oversold, double overbought, double trendShift) implements Voter {

    private static final double POINTS_TO_FULL = 40;

    @Override
    public Ballot vote(VotersView view) {
        OptionalDouble reading = view.readings().get(Indicator.RSI);
        if (reading.isEmpty()) {
            return new Ballot.Abstained("the RSI is not known.");
        }
        double rsi = reading.getAsDouble();
        return switch (view.trend()) {
            case UP -> inUptrend(rsi);
            case DOWN -> inDowntrend(rsi);
            case NONE, UNKNOWN -> inRange(rsi);
        };
    }

    private Ballot inRange(double rsi) {
        if (rsi <= oversold) {
            return Ballot.buy(confidence(oversold - rsi), says(rsi, "is oversold, at or below " + limit(oversold)));
        }
        if (rsi >= overbought) {
            return Ballot.sell(
                    confidence(rsi - overbought), says(rsi, "is overbought, at or above " + limit(overbought)));
        }
        return Ballot.hold(says(rsi, "lies between " + limit(oversold) + " and " + limit(overbought)));
    }

    private Ballot inUptrend(double rsi) {
        double pullback = oversold + trendShift;
        return rsi <= pullback
                ? Ballot.buy(
                        confidence(pullback - rsi),
                        says(rsi, "is a pullback in an uptrend, at or below " + limit(pullback)))
                : Ballot.hold(says(rsi, "is no pullback in an uptrend; strength is not sold"));
    }

    private Ballot inDowntrend(double rsi) {
        double pullback = overbought - trendShift;
        return rsi >= pullback
                ? Ballot.sell(
                        confidence(rsi - pullback),
                        says(rsi, "is a rally in a downtrend, at or above " + limit(pullback)))
                : Ballot.hold(says(rsi, "is no rally in a downtrend; weakness is not bought"));
    }

    private static double confidence(double beyond) {
        return Math.min(1, 0.5 + beyond / POINTS_TO_FULL);
    }

    private static String says(double rsi, String what) {
        return "RSI " + Figures.oneDecimal(rsi) + " " + what + ".";
    }

    private static String limit(double value) {
        return Figures.oneDecimal(value);
    }
}
