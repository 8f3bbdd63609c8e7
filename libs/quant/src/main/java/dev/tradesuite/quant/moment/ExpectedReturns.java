package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.function.ToDoubleFunction;

/**
 * Expected returns of a year, one for each asset of the table in its order; 0.1 is 10 %.
 *
 * <p>With r the returns an asset has, n their number and P the periods in a year. An asset needs at least one return,
 * else TOO_FEW_OBSERVATIONS; P must be finite and above zero, else OUT_OF_RANGE.
 */
public final class ExpectedReturns {

    private ExpectedReturns() {}

    /**
     * Geometric mean, product(1 + r)^(P / n) - 1: what the money grew by in a year (PyPortfolioOpt,
     * mean_historical_return).
     *
     * @throws QuantException TOO_FEW_OBSERVATIONS; OUT_OF_RANGE also for a return below -1
     */
    public static double[] geometricMean(ReturnTable returns, double frequency) {
        Annual.frequency(frequency);
        return each(returns, r -> geometric(r, frequency));
    }

    /**
     * Arithmetic mean, mean(r) x P (mean_historical_return without compounding).
     *
     * @throws QuantException TOO_FEW_OBSERVATIONS, OUT_OF_RANGE
     */
    public static double[] arithmeticMean(ReturnTable returns, double frequency) {
        Annual.frequency(frequency);
        return each(returns, r -> mean(r) * frequency);
    }

    /**
     * Exponential mean, (1 + sum(w r) / sum(w))^P - 1 with w = (1 - 2 / (span + 1))^age: the newest returns count most.
     * Missing returns have no weight, their age counts (ema_historical_return).
     *
     * @param span periods, at least 1; 500 is usual
     * @throws QuantException TOO_FEW_OBSERVATIONS, OUT_OF_RANGE
     */
    public static double[] exponential(ReturnTable returns, double span, double frequency) {
        Annual.frequency(frequency);
        requirePresent(returns);
        double[] weights = ExponentialWeights.of(span, returns.periods());
        double[] expected = new double[returns.assets()];
        for (int i = 0; i < expected.length; i++) {
            double sum = 0;
            double total = 0;
            for (int t = 0; t < weights.length; t++) {
                double value = returns.value(i, t);
                if (!Double.isNaN(value)) {
                    sum = Math.fma(weights[t], value, sum);
                    total += weights[t];
                }
            }
            if (total == 0) {
                throw new QuantException(
                        QuantProblem.TOO_FEW_OBSERVATIONS,
                        "the newest return of %s is too old for a span of %s"
                                .formatted(returns.codes().get(i), span));
            }
            expected[i] = compounded(sum / total, frequency);
        }
        return expected;
    }

    static void requirePresent(ReturnTable returns) {
        each(returns, _ -> 0);
    }

    private static double[] each(ReturnTable returns, ToDoubleFunction<double[]> estimate) {
        double[] expected = new double[returns.assets()];
        for (int i = 0; i < expected.length; i++) {
            double[] present = returns.present(i);
            if (present.length == 0) {
                throw new QuantException(
                        QuantProblem.TOO_FEW_OBSERVATIONS, returns.codes().get(i) + " has no return");
            }
            expected[i] = estimate.applyAsDouble(present);
        }
        return expected;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double geometric(double[] returns, double frequency) {
        double logarithms = 0;
        for (double value : returns) {
            if (value < -1) {
                throw new QuantException(
                        QuantProblem.OUT_OF_RANGE, "a return below -1 cannot be compounded, was " + value);
            }
            logarithms += Math.log1p(value);
        }
        return Math.expm1(logarithms * frequency / returns.length);
    }

    private static double compounded(double mean, double frequency) {
        if (mean < -1) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "a mean return below -1 cannot be compounded, was " + mean);
        }
        return Math.expm1(Math.log1p(mean) * frequency);
    }
}
