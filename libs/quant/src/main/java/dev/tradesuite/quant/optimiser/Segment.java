package dev.tradesuite.quant.optimiser;

/**
 * The efficient frontier between two corner portfolios, on which weights are linear in the tolerance t of risk.
 *
 * <p>There the return is m0 + t m1 and the variance s0 + t^2 m1, because d(variance) / 2 = t d(return) on the frontier.
 *
 * @param low corner of the lower tolerance
 * @param high corner of the higher one
 */
record Segment(Corner low, Corner high) {

    /** Gain of return for tolerance, m1. */
    double slope() {
        double span = high.tolerance() - low.tolerance();
        return span > 0 ? Math.max(0, (high.expectedReturn() - low.expectedReturn()) / span) : 0;
    }

    /**
     * Tolerance of the largest (return - free rate) / volatility on the line of this segment: s0 / (m0 - free rate); it
     * is the maximum of the frontier when it lies on the segment. Infinite when the line never beats the free rate.
     */
    double toleranceOfMaxSharpe(double freeRate) {
        double t = high.tolerance();
        double excess = high.expectedReturn() - t * slope() - freeRate;
        double constant = high.variance() - t * t * slope();
        return excess > 0 ? Math.max(0, constant) / excess : Double.POSITIVE_INFINITY;
    }

    /** Part of the way from the low to the high corner at which the portfolio has a return. */
    double shareOfReturn(double expectedReturn) {
        double gain = high.expectedReturn() - low.expectedReturn();
        return gain > 0 ? (expectedReturn - low.expectedReturn()) / gain : 0;
    }

    /** Part of the way from the low to the high corner at which the portfolio has a variance. */
    double shareOfVariance(double variance) {
        double slope = slope();
        double t = low.tolerance();
        return slope > 0 ? shareOf(Math.sqrt(Math.max(0, t * t + (variance - low.variance()) / slope))) : 0;
    }

    /** Part of the way from the low to the high corner at which the tolerance is t. */
    double shareOf(double tolerance) {
        double span = high.tolerance() - low.tolerance();
        return span > 0 ? (tolerance - low.tolerance()) / span : 0;
    }

    /** The portfolio at a part of the way, kept within the segment. */
    FrontierPoint at(double share) {
        double kept = Math.clamp(share, 0.0, 1.0);
        double[] weights = low.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += kept * (high.weights()[i] - weights[i]);
        }
        double tolerance = low.tolerance() + kept * (high.tolerance() - low.tolerance());
        return new FrontierPoint(tolerance, weights);
    }
}
