package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.List;

/**
 * The least w' H w / 2 + (q - t m)' w within a box and rows, for a tolerance t of risk.
 *
 * @param hessian H, the covariance of the variables
 * @param linear q, 0 but where weights are told as changes of others
 * @param returns m, expected of the variables
 * @param box bounds and budget; the budget is one of the rows here
 * @param rows further rows
 * @param base what weights of 0 have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PortfolioProgram(
        double[][] hessian, double[] linear, double[] returns, Box box, List<LinearRow> rows, Base base) {

    /**
     * @param expectedReturn of variables that are all 0
     * @param variance of variables that are all 0
     */
    record Base(double expectedReturn, double variance) {

        static final Base NONE = new Base(0, 0);
    }

    int size() {
        return returns.length;
    }

    PortfolioProgram withBox(Box other) {
        return new PortfolioProgram(hessian, linear, returns, other, rows, base);
    }

    double[] product(double[] weights) {
        double[] product = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                Vectors.addScaled(weights[i], hessian[i], product);
            }
        }
        return product;
    }

    double expectedReturn(double[] weights) {
        return base.expectedReturn() + Vectors.dot(returns, weights);
    }

    double variance(double[] weights) {
        return Math.max(0, base.variance() + 2 * Vectors.dot(linear, weights) + Vectors.dot(weights, product(weights)));
    }

    /** H w + q - t m. */
    double[] gradient(double[] weights, double tolerance) {
        double[] gradient = product(weights);
        Vectors.addScaled(1, linear, gradient);
        Vectors.addScaled(-tolerance, returns, gradient);
        return gradient;
    }

    /** Largest element of the diagonal of H. */
    double scale() {
        double scale = Double.MIN_NORMAL;
        for (int i = 0; i < hessian.length; i++) {
            scale = Math.max(scale, hessian[i][i]);
        }
        return scale;
    }

    /**
     * What the objective of a point is measured by: variance + t x return, at least a millionth of the largest
     * variance.
     */
    double size(FrontierPoint point) {
        return Math.max(
                1e-6 * scale(),
                variance(point.weights()) + point.tolerance() * Math.abs(expectedReturn(point.weights())));
    }

    Proof proof(FrontierPoint point) {
        double[] multipliers =
                point.rowMultipliers().length == rows.size() ? point.rowMultipliers() : new double[rows.size()];
        return Proof.of(gradient(point.weights(), point.tolerance()), point.weights(), this, multipliers);
    }

    /** Largest amount by which variables break bounds, budget or rows. */
    double violation(double[] weights) {
        double worst = Math.abs(Vectors.sum(weights) - box.budget());
        for (int i = 0; i < weights.length; i++) {
            worst = Math.max(worst, Math.max(box.lower()[i] - weights[i], weights[i] - box.upper()[i]));
        }
        for (LinearRow row : rows) {
            worst = Math.max(worst, row.violation(weights));
        }
        return worst;
    }

    /** Whether a point keeps everything and is the best at its tolerance, ten times better than must be told. */
    boolean isProven(FrontierPoint point) {
        if (violation(point.weights()) > Certificate.MAX_VIOLATION / 10) {
            return false;
        }
        Measure measure = measure(point);
        return measure.proof().gap() <= Certificate.MAX_GAP / 10 * measure.size();
    }

    /**
     * What there is to know of a point, from one product with H.
     *
     * @param expectedReturn of the point
     * @param variance of the point
     * @param size what its objective is measured by, as {@link #size}
     * @param proof that it is the best at its tolerance
     */
    record Measure(double expectedReturn, double variance, double size, Proof proof) {}

    Measure measure(FrontierPoint point) {
        double[] weights = point.weights();
        double[] gradient = product(weights);
        double expectedReturn = expectedReturn(weights);
        double variance =
                Math.max(0, base.variance() + 2 * Vectors.dot(linear, weights) + Vectors.dot(weights, gradient));
        Vectors.addScaled(1, linear, gradient);
        Vectors.addScaled(-point.tolerance(), returns, gradient);
        double[] multipliers =
                point.rowMultipliers().length == rows.size() ? point.rowMultipliers() : new double[rows.size()];
        return new Measure(
                expectedReturn,
                variance,
                Math.max(1e-6 * scale(), variance + point.tolerance() * Math.abs(expectedReturn)),
                Proof.of(gradient, weights, this, multipliers));
    }
}
