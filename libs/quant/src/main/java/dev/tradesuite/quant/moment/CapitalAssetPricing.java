package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * Expected returns of the capital asset pricing model (Sharpe 1964; PyPortfolioOpt, capm_return):
 *
 * <pre>
 *     expected = f + beta x (m - f),   beta = covariance(asset, market) / variance(market)
 * </pre>
 *
 * with f the risk-free rate of a year and m the geometric mean return of the market in a year. The covariance rests on
 * the periods both have, the variance on all of the market's.
 */
public final class CapitalAssetPricing {

    private CapitalAssetPricing() {}

    /**
     * Against a market of equal weights: in each period the mean of the returns there are.
     *
     * @param riskFreeRate of a year, as a fraction
     * @throws QuantException ONE_ASSET, NOT_FINITE, OUT_OF_RANGE, TOO_FEW_OBSERVATIONS, CONSTANT_SERIES
     */
    public static double[] expectedReturns(ReturnTable returns, double riskFreeRate, double frequency) {
        if (returns.assets() < 2) {
            throw new QuantException(QuantProblem.ONE_ASSET, "the mean of one asset is no market to measure it by");
        }
        double[] market = new double[returns.periods()];
        Arrays.setAll(market, t -> {
            double[] row = new double[returns.assets()];
            Arrays.setAll(row, i -> returns.value(i, t));
            return Arrays.stream(row)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        });
        return expectedReturns(returns, market, riskFreeRate, frequency);
    }

    /**
     * Against a stated market.
     *
     * @param market its returns, one for each period of the table, NaN where there is none
     * @param riskFreeRate of a year, as a fraction
     * @throws QuantException WRONG_SIZE, NOT_FINITE, OUT_OF_RANGE, TOO_FEW_OBSERVATIONS, CONSTANT_SERIES
     */
    public static double[] expectedReturns(
            ReturnTable returns, double[] market, double riskFreeRate, double frequency) {
        Annual.frequency(frequency);
        Annual.finite(riskFreeRate, "risk-free rate");
        double premium = ExpectedReturns.geometric(present(returns.periods(), market), frequency) - riskFreeRate;
        double variance = PairwiseCovariance.of("market", market, "market", market);
        if (!(variance > 0)) {
            throw new QuantException(QuantProblem.CONSTANT_SERIES, "the market does not vary");
        }
        double[] expected = new double[returns.assets()];
        Arrays.setAll(expected, i -> {
            double covariance = PairwiseCovariance.of(returns.codes().get(i), returns.columns()[i], "market", market);
            return riskFreeRate + covariance / variance * premium;
        });
        return expected;
    }

    private static double[] present(int periods, double[] market) {
        double[] present = Arrays.stream(Vectors.requireLength(market, periods))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (present.length == 0) {
            throw new QuantException(QuantProblem.TOO_FEW_OBSERVATIONS, "the market has no return");
        }
        return Vectors.requireFinite(present, "market return");
    }
}
