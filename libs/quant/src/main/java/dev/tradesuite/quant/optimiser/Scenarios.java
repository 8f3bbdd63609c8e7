package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * Returns of assets on the same days, each day one equally likely scenario. Immutable.
 *
 * <p>What is measured of a portfolio keeps its weights on every day.
 */
public final class Scenarios {

    private static final int LEAST_DAYS = 2;

    private final List<String> codes;
    private final double[][] byDay;

    private Scenarios(List<String> codes, double[][] byDay) {
        this.codes = codes;
        this.byDay = byDay;
    }

    /**
     * Returns by day, oldest first, in the order of the codes.
     *
     * @throws QuantException EMPTY, ONE_ASSET, DUPLICATE_CODE, TOO_FEW_OBSERVATIONS below two days, WRONG_SIZE,
     *     NOT_FINITE
     */
    public static Scenarios of(List<String> codes, double[][] byDay) {
        Universe.requireCodes(codes);
        if (byDay.length < LEAST_DAYS) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS, "at least 2 days are needed, were " + byDay.length);
        }
        double[][] copy = new double[byDay.length][];
        for (int t = 0; t < copy.length; t++) {
            copy[t] = Vectors.requireFinite(Vectors.requireLength(byDay[t], codes.size()), "return")
                    .clone();
        }
        return new Scenarios(List.copyOf(codes), copy);
    }

    public List<String> codes() {
        return codes;
    }

    /** Number of days. */
    public int days() {
        return byDay.length;
    }

    /** Returns of a portfolio by day. */
    public double[] returns(double[] weights) {
        double[] returns = new double[byDay.length];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = Vectors.dot(byDay[t], weights);
        }
        return returns;
    }

    /**
     * Conditional value at risk, a positive loss: the least of a + mean(max(loss - a, 0)) / (1 - confidence) over a
     * (Rockafellar and Uryasev 2000), the mean of the worst days.
     */
    public double cvar(double[] weights, double confidence) {
        return cvarOf(returns(weights), confidence);
    }

    /** The same of the returns of a portfolio, at least one. */
    public static double cvarOf(double[] returns, double confidence) {
        return tail(Vectors.scaled(returns, -1), confidence);
    }

    /**
     * Conditional drawdown at risk: the same of the falls below the highest point so far of the summed returns, the
     * start among the points (Chekhlov, Uryasev and Zabarankin 2005).
     */
    public double cdar(double[] weights, double confidence) {
        double[] returns = returns(weights);
        double fall = 0;
        for (int t = 0; t < returns.length; t++) {
            fall = Math.max(0, fall - returns[t]);
            returns[t] = fall;
        }
        return tail(returns, confidence);
    }

    /** Mean square of what returns are below a benchmark of the same day. */
    public double semivariance(double[] weights, double benchmark) {
        double squares = 0;
        for (double value : returns(weights)) {
            double below = Math.min(value - benchmark, 0);
            squares += below * below;
        }
        return squares / byDay.length;
    }

    double[][] byDay() {
        return byDay;
    }

    private static double tail(double[] losses, double confidence) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double days = (1 - confidence) * sorted.length;
        double sum = 0;
        double left = days;
        for (int i = sorted.length - 1; i >= 0 && left > 0; i--) {
            double part = Math.min(1, left);
            sum += part * sorted[i];
            left -= part;
        }
        return sum / days;
    }
}
