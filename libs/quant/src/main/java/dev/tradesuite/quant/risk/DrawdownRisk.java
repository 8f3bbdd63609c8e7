package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * How deep returns fell below their highest value so far, the starting capital included: the first loss counts.
 *
 * @param maximum deepest fall, a positive fraction
 * @param average mean fall over all periods
 * @param conditional CDaR: mean of the deepest (1 - confidence) part of the falls (Chekhlov, Uryasev and Zabarankin
 *     2005)
 * @param ulcer sqrt(mean(fall^2)), the ulcer index (Martin and McCann 1989)
 * @param current fall at the end
 * @param observations periods
 */
public record DrawdownRisk(
        double maximum, double average, double conditional, double ulcer, double current, int observations) {

    /**
     * Falls of compounded returns as fractions of the highest value.
     *
     * @param returns simple, at least one, finite and not below -1
     * @param confidence of the CDaR, 0.5 to below 1
     * @throws QuantException EMPTY, NOT_FINITE, OUT_OF_RANGE
     */
    public static DrawdownRisk of(double[] returns, double confidence) {
        double[] falls = new double[require(returns).length];
        double value = 1;
        double highest = 1;
        for (int t = 0; t < falls.length; t++) {
            if (returns[t] < -1) {
                throw new QuantException(
                        QuantProblem.OUT_OF_RANGE, "return %d is below -1: %s".formatted(t, returns[t]));
            }
            value *= 1 + returns[t];
            highest = Math.max(highest, value);
            falls[t] = (highest - value) / highest;
        }
        return ofFalls(falls, TailLevel.of(confidence));
    }

    /**
     * Falls of the sum of returns, as fractions of the starting capital: what an optimiser of CDaR minimises
     * (PyPortfolioOpt, EfficientCDaR).
     *
     * @throws QuantException EMPTY, NOT_FINITE, OUT_OF_RANGE
     */
    public static DrawdownRisk uncompounded(double[] returns, double confidence) {
        double[] falls = new double[require(returns).length];
        double fall = 0;
        for (int t = 0; t < falls.length; t++) {
            fall = Math.max(0, fall - returns[t]);
            falls[t] = fall;
        }
        return ofFalls(falls, TailLevel.of(confidence));
    }

    private static DrawdownRisk ofFalls(double[] falls, TailLevel level) {
        double squares = Vectors.dot(falls, falls) / falls.length;
        double current = falls[falls.length - 1];
        double[] sorted = falls.clone();
        Arrays.sort(sorted);
        return new DrawdownRisk(
                sorted[sorted.length - 1],
                Vectors.sum(falls) / falls.length,
                deepest(sorted, level.tail() * falls.length),
                Math.sqrt(squares),
                current,
                falls.length);
    }

    /** Mean of the deepest falls, as many as the count says; the last of them counts with the part that is left. */
    private static double deepest(double[] ascending, double count) {
        double left = count;
        double sum = 0;
        for (int k = ascending.length - 1; k >= 0 && left > 0; k--) {
            sum += Math.min(1, left) * ascending[k];
            left -= 1;
        }
        return sum / count;
    }

    private static double[] require(double[] returns) {
        if (returns.length == 0) {
            throw new QuantException(QuantProblem.EMPTY, "drawdowns need at least one return");
        }
        return Vectors.requireFinite(returns, "return");
    }
}
