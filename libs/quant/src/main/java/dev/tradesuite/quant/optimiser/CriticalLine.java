package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The efficient frontier of weights between bounds that sum to a budget, corner by corner (Markowitz 1956): the least
 * variance / 2 - t x return for every tolerance t of risk from infinity down to 0, or from 0 up.
 *
 * <p>It goes down from the portfolio of the greatest return where that is only one. Where several are equal it first
 * goes from a corner of the box to the least variance, then up, because the least variance for the greatest return is
 * not known beforehand.
 */
final class CriticalLine {

    private static final double EQUAL_RETURNS = 1e-9;

    private final double[][] covariance;
    private final double[] returns;
    private final Box box;

    CriticalLine(double[][] covariance, double[] returns, Box box) {
        this.covariance = covariance;
        this.returns = returns;
        this.box = box;
    }

    /**
     * The frontier.
     *
     * @throws StalledException when degenerate input makes it go in circles
     */
    EfficientLine trace() {
        Box.Vertex top = box.best(returns);
        double start = toleranceOfTop(top);
        return new EfficientLine(Double.isFinite(start) ? down(top, start) : up());
    }

    /** The portfolio of the least variance. */
    double[] leastVariance() {
        return leastVariancePath().weights();
    }

    /**
     * Tolerance of risk from which on the vertex is the best: where the last asset at a bound wants to leave it.
     * Infinite when one never does, because its return equals that of the free one.
     */
    private double toleranceOfTop(Box.Vertex top) {
        double[] gradient = product(top.weights());
        int free = top.free();
        double equal = EQUAL_RETURNS * Math.max(Vectors.largest(returns), Double.MIN_NORMAL);
        double start = 0;
        for (int i = 0; i < returns.length; i++) {
            if (i == free || box.isFixed(i)) {
                continue;
            }
            double difference = returns[i] - returns[free];
            double pull = gradient[i] - gradient[free];
            boolean isAtLower = top.weights()[i] < box.upper()[i];
            if (Math.abs(difference) <= equal) {
                return Double.POSITIVE_INFINITY;
            }
            if (isAtLower ? pull < 0 : pull > 0) {
                start = Math.max(start, pull / difference);
            }
        }
        return start;
    }

    private List<Corner> down(Box.Vertex top, double start) {
        LinePath path = new LinePath(covariance, box, top, Vectors.scaled(returns, start));
        double[] direction = Vectors.scaled(returns, -1);
        List<Corner> corners = new ArrayList<>();
        corners.add(corner(start, path));
        boolean isOnWay = true;
        while (isOnWay) {
            isOnWay = path.advance(direction, start);
            corners.add(corner(isOnWay ? start - path.way() : 0, path));
        }
        Collections.reverse(corners);
        return corners;
    }

    private List<Corner> up() {
        LinePath path = leastVariancePath();
        List<Corner> corners = new ArrayList<>();
        corners.add(corner(0, path));
        double most = Vectors.dot(box.best(returns).weights(), returns);
        double enough = 1e-13 * Math.max(1e-3, Vectors.largest(returns));
        while (corners.getLast().expectedReturn() < most - enough && path.advance(returns, Double.POSITIVE_INFINITY)) {
            corners.add(corner(path.way(), path));
        }
        return corners;
    }

    /**
     * From a corner of the box, whose linear term d makes it the best without doubt, d shrinks to 0. Differences
     * between the terms keep changes apart.
     */
    private LinePath leastVariancePath() {
        int size = returns.length;
        double[] variances = new double[size];
        for (int i = 0; i < size; i++) {
            variances[i] = -covariance[i][i];
        }
        Box.Vertex vertex = box.best(variances);
        double[] linear = product(vertex.weights());
        double scale = -variances[vertex.free()] + Vectors.largest(variances);
        for (int i = 0; i < size; i++) {
            double apart = scale * (1 + 0.5 * ((i * 0.6180339887498949) % 1));
            if (i != vertex.free()) {
                linear[i] += vertex.weights()[i] >= box.upper()[i] && !box.isFixed(i) ? apart : -apart;
            }
        }
        LinePath path = new LinePath(covariance, box, vertex, linear);
        double[] direction = Vectors.scaled(linear, -1);
        boolean isOnWay = true;
        while (isOnWay) {
            isOnWay = path.advance(direction, 1);
        }
        path.turn();
        return path;
    }

    private Corner corner(double tolerance, LinePath path) {
        double[] weights = path.weights();
        return new Corner(tolerance, weights, Vectors.dot(weights, returns), path.variance());
    }

    private double[] product(double[] weights) {
        double[] product = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                Vectors.addScaled(weights[i], covariance[i], product);
            }
        }
        return product;
    }
}
