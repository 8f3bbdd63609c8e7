package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * Returns of complete periods less the mean of their asset, one row for each period.
 *
 * @param rows periods x assets
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record CentredReturns(double[][] rows) {

    private static final int PERIODS_AT_ONCE = 8;

    /**
     * The complete periods of a table, centred.
     *
     * @throws QuantException TOO_FEW_OBSERVATIONS below two of them, CONSTANT_SERIES
     */
    static CentredReturns of(ReturnTable returns) {
        ReturnTable complete = returns.complete();
        int periods = complete.periods();
        if (periods < 2) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "%d periods have a return of every asset, 2 are needed".formatted(periods));
        }
        double[] means = new double[returns.assets()];
        for (int i = 0; i < means.length; i++) {
            Varying.require(returns.codes().get(i), complete.columns()[i]);
            means[i] = ExpectedReturns.mean(complete.columns()[i]);
        }
        return new CentredReturns(rows(complete.columns(), means, periods));
    }

    /** Some periods at a time, so that what is read and what is written both stay in the cache. */
    private static double[][] rows(double[][] columns, double[] means, int periods) {
        double[][] rows = new double[periods][means.length];
        for (int from = 0; from < periods; from += PERIODS_AT_ONCE) {
            int to = Math.min(from + PERIODS_AT_ONCE, periods);
            for (int i = 0; i < means.length; i++) {
                for (int t = from; t < to; t++) {
                    rows[t][i] = columns[i][t] - means[i];
                }
            }
        }
        return rows;
    }

    int periods() {
        return rows.length;
    }

    int assets() {
        return rows[0].length;
    }

    /** Sum of the products of each pair of assets, divided by a number. */
    SymmetricMatrix covariance(double divisor) {
        double[][] sums = Scatter.of(rows, assets());
        return SymmetricMatrix.of(assets(), (i, j) -> sums[i][j] / divisor);
    }

    /** Mean return of the assets in each period, less its own mean. */
    double[] market() {
        return Arrays.stream(rows).mapToDouble(ExpectedReturns::mean).toArray();
    }
}
