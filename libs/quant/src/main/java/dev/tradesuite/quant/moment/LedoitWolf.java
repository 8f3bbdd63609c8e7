package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * Sample covariance S drawn to a target F that has less noise, (1 - a) S + a F, with the a that is expected to come
 * closest to the truth (Ledoit and Wolf 2003, 2004; PyPortfolioOpt, CovarianceShrinkage).
 *
 * <p>Rests on the periods in which every asset has a return. With P periods in a year the matrix is times P. What the
 * papers write as sums over pairs of assets is summed up period by period here, so each estimate costs one product X'
 * X.
 */
public final class LedoitWolf {

    private LedoitWolf() {}

    /**
     * Target: the mean variance m on the diagonal and zeros beside it ("A well-conditioned estimator", 2004).
     *
     * <pre>
     *     a = min(b, d) / d,   d = sum((S - m I)^2),   b = (sum_t (x_t' x_t)^2 / T - sum(S^2)) / T
     * </pre>
     *
     * with S = X' X / T of the centred returns.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static CovarianceEstimate constantVariance(ReturnTable returns, double frequency) {
        CentredReturns centred = CentredReturns.of(returns);
        int periods = centred.periods();
        SymmetricMatrix sample = centred.covariance(periods);
        double[] means = new double[sample.size()];
        Arrays.fill(means, sample.trace() / sample.size());
        SymmetricMatrix target = SymmetricMatrix.diagonal(means);
        double distance = sample.squaredDistance(target);
        double noise = (new ShrinkageSums(centred).squaredLengths() / periods - sample.sumOfSquares()) / periods;
        double shrinkage = distance > 0 ? Math.clamp(noise / distance, 0.0, 1.0) : 0;
        return shrunk(sample, target, shrinkage, periods, frequency);
    }

    /**
     * Target: what a market of equal weights explains, and the sample variances ("Improved estimation of the covariance
     * matrix of stock returns", 2003): F_ij = c_i c_j / v off the diagonal, c the covariances with the market and v its
     * variance; a = (p - r) / sum((S - F)^2) / T, with S = X' X / T.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException ONE_ASSET, TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static CovarianceEstimate singleFactor(ReturnTable returns, double frequency) {
        requireSeveral(returns);
        CentredReturns centred = CentredReturns.of(returns);
        SymmetricMatrix sample = centred.covariance(centred.periods());
        SingleFactor factor = SingleFactor.of(centred, sample);
        SymmetricMatrix target = factor.target(sample);
        return shrunk(
                sample,
                target,
                intensity(factor.noise(centred, sample), sample.squaredDistance(target), centred.periods()),
                centred.periods(),
                frequency);
    }

    /**
     * Target: the sample variances and one correlation, the mean of all, for every pair ("Honey, I shrunk the sample
     * covariance matrix", 2004): F_ij = q s_i s_j off the diagonal; a = (p - r) / sum((S - F)^2) / T, with S = X' X /
     * (T - 1) as in PyPortfolioOpt.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException ONE_ASSET, TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static CovarianceEstimate constantCorrelation(ReturnTable returns, double frequency) {
        requireSeveral(returns);
        CentredReturns centred = CentredReturns.of(returns);
        SymmetricMatrix sample = centred.covariance(centred.periods() - 1);
        ConstantCorrelation correlation = ConstantCorrelation.of(sample);
        SymmetricMatrix target = correlation.target(sample);
        return shrunk(
                sample,
                target,
                intensity(correlation.noise(centred, sample), sample.squaredDistance(target), centred.periods()),
                centred.periods(),
                frequency);
    }

    private static double intensity(double noise, double distance, int periods) {
        return distance > 0 ? Math.clamp(noise / distance / periods, 0.0, 1.0) : 0;
    }

    static CovarianceEstimate shrunk(
            SymmetricMatrix sample, SymmetricMatrix target, double shrinkage, int periods, double frequency) {
        double year = Annual.frequency(frequency);
        return CovarianceEstimate.shrunk(
                sample.combined((1 - shrinkage) * year, target, shrinkage * year), periods, shrinkage);
    }

    private static void requireSeveral(ReturnTable returns) {
        if (returns.assets() < 2) {
            throw new QuantException(QuantProblem.ONE_ASSET, "one asset has no covariance to be drawn anywhere");
        }
    }
}
