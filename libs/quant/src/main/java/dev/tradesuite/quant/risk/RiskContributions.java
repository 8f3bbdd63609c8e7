package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.performance.NormalDistribution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who is to blame for the risk of a portfolio: a measure that grows with the weights is the sum of weight x slope
 * (Euler; Tasche 1999).
 *
 * @param total the measure of the whole portfolio
 * @param marginal its slope by each weight
 * @param component weight x marginal, which add up to the total
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record RiskContributions(double total, double[] marginal, double[] component) {

    /**
     * Volatility sqrt(w' S w): marginal S w / volatility.
     *
     * @throws QuantException WRONG_SIZE, NOT_FINITE; NOT_POSITIVE_SEMIDEFINITE when the variance is negative;
     *     CONSTANT_SERIES when it is 0
     */
    public static RiskContributions volatility(SymmetricMatrix covariance, double[] weights) {
        double[] slopes = covariance.times(Vectors.requireFinite(weights, "weight"));
        double variance = Vectors.dot(weights, slopes);
        if (variance < 0) {
            throw new QuantException(
                    QuantProblem.NOT_POSITIVE_SEMIDEFINITE, "the variance of the portfolio is " + variance);
        }
        if (variance == 0) {
            throw new QuantException(QuantProblem.CONSTANT_SERIES, "the portfolio has no risk to share");
        }
        double volatility = Math.sqrt(variance);
        return of(Vectors.scaled(slopes, 1 / volatility), weights);
    }

    /**
     * Normal value at risk, -(m' w + z volatility).
     *
     * @param means expected returns of the period of the covariance
     * @param confidence 0.5 to below 1
     * @throws QuantException as for the volatility, and OUT_OF_RANGE
     */
    public static RiskContributions normalValueAtRisk(
            SymmetricMatrix covariance, double[] means, double[] weights, double confidence) {
        return normal(covariance, means, weights, -TailLevel.of(confidence).normalQuantile());
    }

    /**
     * Normal expected shortfall, volatility density(z) / (1 - confidence) - m' w.
     *
     * @param means expected returns of the period of the covariance
     * @param confidence 0.5 to below 1
     * @throws QuantException as for the volatility, and OUT_OF_RANGE
     */
    public static RiskContributions normalExpectedShortfall(
            SymmetricMatrix covariance, double[] means, double[] weights, double confidence) {
        TailLevel level = TailLevel.of(confidence);
        return normal(covariance, means, weights, NormalDistribution.density(level.normalQuantile()) / level.tail());
    }

    /**
     * Historical value at risk of one period: what each asset lost in the two periods between which the quantile lies.
     * Two periods are few, so these move more than those of the shortfall.
     *
     * @param returns complete
     * @param confidence 0.5 to below 1
     * @throws QuantException WRONG_SIZE, NOT_FINITE, OUT_OF_RANGE, TOO_FEW_OBSERVATIONS below 1 / (1 - confidence)
     *     periods
     */
    public static RiskContributions historicalValueAtRisk(ReturnTable returns, double[] weights, double confidence) {
        int[] worst = worstFirst(returns, weights, confidence);
        double position = (worst.length - 1) * TailLevel.of(confidence).tail();
        int below = (int) position;
        double[] share = new double[worst.length];
        share[worst[below]] += 1 - (position - below);
        share[worst[Math.min(below + 1, worst.length - 1)]] += position - below;
        return of(losses(returns, share), weights);
    }

    /**
     * Historical expected shortfall of one period: the mean of what each asset lost in the worst periods of the
     * portfolio.
     *
     * @param returns complete
     * @param confidence 0.5 to below 1
     * @throws QuantException WRONG_SIZE, NOT_FINITE, OUT_OF_RANGE, TOO_FEW_OBSERVATIONS below 1 / (1 - confidence)
     *     periods
     */
    public static RiskContributions historicalExpectedShortfall(
            ReturnTable returns, double[] weights, double confidence) {
        int[] worst = worstFirst(returns, weights, confidence);
        int count = (int) ((worst.length - 1) * TailLevel.of(confidence).tail()) + 1;
        double[] share = new double[worst.length];
        for (int k = 0; k < count; k++) {
            share[worst[k]] = 1.0 / count;
        }
        return of(losses(returns, share), weights);
    }

    /** Components as parts of the total, which add up to 1; a part is negative where an asset lowers the risk. */
    public double[] shares() {
        return Vectors.scaled(component, 1 / total);
    }

    private static RiskContributions normal(
            SymmetricMatrix covariance, double[] means, double[] weights, double deviations) {
        Vectors.requireFinite(Vectors.requireLength(means, covariance.size()), "mean");
        double[] marginal = Vectors.scaled(volatility(covariance, weights).marginal(), deviations);
        Vectors.addScaled(-1, means, marginal);
        return of(marginal, weights);
    }

    private static RiskContributions of(double[] marginal, double[] weights) {
        double[] component = new double[weights.length];
        Arrays.setAll(component, i -> weights[i] * marginal[i]);
        return new RiskContributions(Vectors.sum(component), marginal, component);
    }

    private static int[] worstFirst(ReturnTable returns, double[] weights, double confidence) {
        double[] portfolio = Vectors.requireFinite(returns.portfolio(weights), "portfolio return");
        double fewest = 1 / TailLevel.of(confidence).tail();
        if (portfolio.length < fewest - 1e-9) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "%d periods are too few for a confidence of %s".formatted(portfolio.length, confidence));
        }
        return IntStream.range(0, portfolio.length)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> portfolio[t]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] losses(ReturnTable returns, double[] share) {
        double[] losses = new double[returns.assets()];
        Arrays.setAll(losses, i -> {
            double sum = 0;
            for (int t = 0; t < share.length; t++) {
                sum -= share[t] == 0 ? 0 : share[t] * returns.value(i, t);
            }
            return sum;
        });
        return losses;
    }
}
