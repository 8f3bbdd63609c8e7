package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Scatter;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
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
        double[][] rows = new double[periods][];
        for (int from = 0; from < periods; from += PERIODS_AT_ONCE) {
            int to = Math.min(from + PERIODS_AT_ONCE, periods);
            for (int t = from; t < to; t++) {
                double[] row = new double[means.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = columns[i][t] - means[i];
                }
                rows[t] = row;
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
        return Scatter.of(rows, divisor);
    }

    /** Return of the portfolio of these weights in each period, less its own mean. */
    double[] portfolio(double[] weights) {
        return Arrays.stream(rows).mapToDouble(row -> Vectors.dot(row, weights)).toArray();
    }
}
