package dev.tradesuite.market.simulated;

/**
 * A Brownian motion from 0 to 1, looked up at any moment without the ones before it.
 *
 * <p>Paul Lévy's construction: the middle of an interval is the mean of its ends plus a normal number with a quarter of
 * the interval's length as variance. Below 2^-14 of the whole, the path is straight.
 *
 * @param noise decides the path
 */
record Wandering(Noise noise) {

    private static final int HALVINGS = 14;

    /** The value at a moment from 0 to 1; 0 at 0, variance 1 at 1. */
    double at(double moment) {
        double low = 0;
        double high = 1;
        double atLow = 0;
        double atHigh = noise.normal(0);
        long node = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double atMiddle = (atLow + atHigh) / 2 + Math.sqrt((high - low) / 4) * noise.normal(node);
            boolean right = moment >= middle;
            low = right ? middle : low;
            atLow = right ? atMiddle : atLow;
            high = right ? high : middle;
            atHigh = right ? atHigh : atMiddle;
            node = 2 * node + (right ? 1 : 0);
        }
        return atLow + (atHigh - atLow) * (moment - low) / (high - low);
    }
}
