package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;

/**
 * Correlation of each pair of assets over the periods in which both have a return, with the deviations of those periods
 * (pandas, DataFrame.corr). Of histories with different starts it may have a small negative eigenvalue.
 */
public final class PairwiseCorrelation {

    private static final int LEAST_COMMON = 2;

    private PairwiseCorrelation() {}

    /**
     * Correlations in the order of the table.
     *
     * @throws QuantException TOO_FEW_OBSERVATIONS when a pair has fewer than two common periods, CONSTANT_SERIES when
     *     one of a pair does not vary over them
     */
    public static SymmetricMatrix of(ReturnTable returns) {
        if (returns.isComplete()) {
            return SampleCovariance.of(returns, 1).matrix().correlation();
        }
        double[][] columns = returns.columns();
        return SymmetricMatrix.of(columns.length, (i, j) -> i == j ? 1 : pair(returns, i, j));
    }

    private static double pair(ReturnTable returns, int i, int j) {
        double[] x = returns.columns()[i];
        double[] y = returns.columns()[j];
        int count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t] + y[t])) {
                count++;
                sumX += x[t];
                sumY += y[t];
            }
        }
        String names = returns.codes().get(i) + " and " + returns.codes().get(j);
        if (count < LEAST_COMMON) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS, "%s have %d common returns".formatted(names, count));
        }
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t] + y[t])) {
                double a = x[t] - sumX / count;
                double b = y[t] - sumY / count;
                squaresX = Math.fma(a, a, squaresX);
                squaresY = Math.fma(b, b, squaresY);
                products = Math.fma(a, b, products);
            }
        }
        if (!(squaresX > 0 && squaresY > 0)) {
            throw new QuantException(
                    QuantProblem.CONSTANT_SERIES, "one of %s does not vary over their common returns".formatted(names));
        }
        return Math.clamp(products / Math.sqrt(squaresX) / Math.sqrt(squaresY), -1.0, 1.0);
    }
}
