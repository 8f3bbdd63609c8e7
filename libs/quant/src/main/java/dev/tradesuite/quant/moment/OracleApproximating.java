package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.linear.SymmetricMatrix;

/**
 * Sample covariance drawn to the mean variance m on the diagonal, with the shrinkage that is best for normal returns
 * (Chen, Wiesel, Eldar and Hero 2010; PyPortfolioOpt, oracle_approximating):
 *
 * <pre>
 *     a = min(1, (q + m^2) / ((T + 1) (q - m^2 / N))),   q = mean(S^2) over the N x N elements
 * </pre>
 *
 * with S = X' X / T over the periods in which every asset has a return.
 */
public final class OracleApproximating {

    private OracleApproximating() {}

    /**
     * The shrunk covariance of a year.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static CovarianceEstimate of(ReturnTable returns, double frequency) {
        CentredReturns centred = CentredReturns.of(returns);
        SymmetricMatrix sample = centred.covariance(centred.periods());
        double assets = sample.size();
        double mean = sample.trace() / assets;
        double squares = sample.sumOfSquares() / (assets * assets);
        double excess = (centred.periods() + 1) * (squares - mean * mean / assets);
        double shrinkage = excess > 0 ? Math.min(1, (squares + mean * mean) / excess) : 1;
        return LedoitWolf.shrunk(
                sample, SymmetricMatrix.identity(sample.size()).scaled(mean), shrinkage, centred.periods(), frequency);
    }
}
