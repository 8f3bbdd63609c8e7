package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * Arithmetic mean returns, drawn towards their common mean as far as they are noise (James and Stein 1961, in the form
 * of Meucci 2005, 4.4):
 *
 * <pre>
 *     expected = ((1 - a) m + a b) x P,   b = mean(m),   a = (trace(S) - 2 x largest eigenvalue of S) / T / sum((m - b)^2)
 * </pre>
 *
 * with m the mean returns and S the sample covariance of one period, T the periods the pair with the fewest has in
 * common, and a kept within 0 to 1 (the positive part, Efron and Morris 1973).
 *
 * @param expected returns of a year, in the order of the table
 * @param shrinkage the a: 0 leaves the means as they are, 1 makes all of them equal
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record JamesStein(double[] expected, double shrinkage) {

    /**
     * The shrunk means.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException ONE_ASSET, TOO_FEW_OBSERVATIONS, CONSTANT_SERIES, OUT_OF_RANGE
     */
    public static JamesStein of(ReturnTable returns, double frequency) {
        if (returns.assets() < 2) {
            throw new QuantException(QuantProblem.ONE_ASSET, "one mean has no others to be drawn to");
        }
        double[] means = ExpectedReturns.arithmeticMean(returns, 1);
        double common = ExpectedReturns.mean(means);
        double spread = Arrays.stream(means)
                .map(mean -> (mean - common) * (mean - common))
                .sum();
        CovarianceEstimate estimate = SampleCovariance.of(returns, 1);
        double shrinkage = spread > 0 ? Math.clamp(noise(estimate) / spread, 0.0, 1.0) : 1;
        return new JamesStein(
                Arrays.stream(means)
                        .map(mean -> ((1 - shrinkage) * mean + shrinkage * common) * Annual.frequency(frequency))
                        .toArray(),
                shrinkage);
    }

    private static double noise(CovarianceEstimate estimate) {
        SymmetricMatrix matrix = estimate.matrix();
        return (matrix.trace() - 2 * SymmetricEigen.of(matrix).largest()) / estimate.observations();
    }
}
