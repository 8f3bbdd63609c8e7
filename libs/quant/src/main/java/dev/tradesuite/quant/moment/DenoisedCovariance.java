package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * A covariance whose correlations keep only what stands out of noise (Laloux, Cizeau, Bouchaud and Potters 1999; Lopez
 * de Prado 2020, constant residual eigenvalue).
 *
 * <p>Pure noise of variance v has eigenvalues up to v (1 + sqrt(N / T))^2 (Marchenko and Pastur 1967). Those of the
 * sample correlation up to there become their mean, so the trace stays; the diagonal is scaled back to ones and the
 * sample deviations are put on. v is 1, or the mean of the other eigenvalues when the largest stands out: the market,
 * which is no noise.
 *
 * @param estimate the covariance of a year, over the periods in which every asset has a return
 * @param signals how many eigenvalues stand out
 * @param noiseLimit eigenvalue of the correlation up to which it counts as noise
 */
public record DenoisedCovariance(CovarianceEstimate estimate, int signals, double noiseLimit) {

    /**
     * The denoised covariance of a year.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static DenoisedCovariance of(ReturnTable returns, double frequency) {
        CentredReturns centred = CentredReturns.of(returns);
        SymmetricMatrix sample = centred.covariance((centred.periods() - 1) / Annual.frequency(frequency));
        SymmetricEigen eigen = SymmetricEigen.of(sample.correlation());
        double[] values = eigen.values();
        double limit = limit(eigen.largest(), centred);
        int noisy = (int) Arrays.stream(values).filter(value -> value <= limit).count();
        Arrays.fill(values, 0, noisy, mean(values, noisy));
        SymmetricMatrix matrix = eigen.with(values).correlation().scaledBy(sample.deviations());
        return new DenoisedCovariance(
                CovarianceEstimate.plain(matrix, centred.periods()), values.length - noisy, limit);
    }

    private static double limit(double largest, CentredReturns centred) {
        double edge = Math.pow(1 + Math.sqrt((double) centred.assets() / centred.periods()), 2);
        return largest <= edge ? edge : edge * (centred.assets() - largest) / (centred.assets() - 1);
    }

    private static double mean(double[] values, int count) {
        return Arrays.stream(values, 0, count).average().orElse(0);
    }
}
