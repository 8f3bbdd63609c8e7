package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/**
 * Covariance in which new periods count most, sum(w (x - mean(x)) (y - mean(y))) / sum(w) x P with w = (1 - 2 / (span +
 * 1))^age, over the periods both assets of a pair have; the means are plain ones of all returns of an asset
 * (PyPortfolioOpt, exp_cov).
 */
public final class ExponentialCovariance {

    private ExponentialCovariance() {}

    /**
     * Exponential covariance of a year.
     *
     * @param span periods, at least 1; 180 is usual, and below 10 there is little left to measure
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static CovarianceEstimate of(ReturnTable returns, double span, double frequency) {
        double[] means = ExpectedReturns.arithmeticMean(returns, 1);
        for (int i = 0; i < means.length; i++) {
            Varying.require(returns.codes().get(i), returns.columns()[i]);
        }
        int observations = CommonPeriods.fewest(returns);
        if (observations < 2) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "a pair has %d common returns, 2 are needed".formatted(observations));
        }
        double[][] distances = Pairwise.map(returns, (asset, value) -> value - means[asset]);
        return CovarianceEstimate.plain(
                Pairwise.meanProducts(
                        returns,
                        distances,
                        ExponentialWeights.of(span, returns.periods()),
                        Annual.frequency(frequency)),
                observations);
    }
}
