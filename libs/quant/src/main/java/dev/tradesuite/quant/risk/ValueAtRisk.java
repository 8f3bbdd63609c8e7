package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.performance.Moments;
import dev.tradesuite.quant.performance.NormalDistribution;
import java.util.List;

/**
 * Value at risk (VaR) and expected shortfall (ES) of returns.
 *
 * <p>Every method takes simple returns of equal periods, oldest first and finite (else NOT_FINITE). Below 20 returns,
 * and for methods that read the tail off the returns below 1 / (1 - confidence) of them, both figures are absent with
 * TOO_FEW_RETURNS; with NO_VARIATION when the returns do not vary. m is the mean of the returns, s their sample
 * deviation, h the horizon, z the normal quantile of 1 - confidence (below 0). Deviations grow with sqrt(h), means with
 * h.
 */
public final class ValueAtRisk {

    /** Fewest returns of which a tail is told. */
    public static final int FEWEST = 20;

    /** Memory of the volatility of a day (RiskMetrics 1996). */
    public static final double DAILY_DECAY = 0.94;

    private ValueAtRisk() {}

    /**
     * All five methods in the order of {@link TailMethod}, with usual settings.
     *
     * @param seed of the drawn paths; the same seed draws the same paths
     * @throws QuantException NOT_FINITE
     */
    public static List<TailRisk> all(double[] returns, TailLevel level, long seed) {
        return List.of(
                historical(returns, level),
                normal(returns, level),
                cornishFisher(returns, level),
                monteCarlo(returns, level, seed),
                filtered(returns, level, DAILY_DECAY));
    }

    /**
     * Off the returns themselves (empyrical, value_at_risk and conditional_value_at_risk): VaR the quantile 1 -
     * confidence, between two returns linear; ES the mean of the floor((n - 1) (1 - confidence)) + 1 worst. Over a
     * horizon m h + (r - m) sqrt(h) takes the place of each return.
     *
     * @throws QuantException NOT_FINITE
     */
    public static TailRisk historical(double[] returns, TailLevel level) {
        return new ReturnSample(returns, level).readOff(TailMethod.HISTORICAL, EmpiricalTail::of);
    }

    /**
     * Normal: VaR = -(m h + z s sqrt(h)), ES = -(m h - s sqrt(h) density(z) / (1 - confidence)) (RiskMetrics 1996).
     *
     * @throws QuantException NOT_FINITE
     */
    public static TailRisk normal(double[] returns, TailLevel level) {
        return new ReturnSample(returns, level).describe(TailMethod.NORMAL, sample -> {
            Moments moments = sample.moments();
            double mean = moments.mean() * level.horizon();
            double deviation = moments.deviation() * level.root();
            double z = level.normalQuantile();
            return new double[] {
                -(mean + z * deviation), deviation * NormalDistribution.density(z) / level.tail() - mean
            };
        });
    }

    /**
     * The normal quantile bent by skewness S and excess kurtosis K (Cornish and Fisher 1937; Zangari 1996), ES by the
     * integral of the same quantile over the tail (Boudt, Peterson and Croux 2008, to the first order in K and S^2):
     *
     * <pre>
     *     VaR = -(m h + w s sqrt(h)),  w = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36
     *     ES  = -(m h - s sqrt(h) density(z) / (1 - confidence) x (1 + z S / 6 + (z^2 - 1) K / 24 - (2 z^2 - 1) S^2 / 36))
     * </pre>
     *
     * with S / sqrt(h) and K / h over a horizon. Where the bent quantile would fall again within the tail (Maillard
     * 2012) both figures are absent with TOO_SKEWED.
     *
     * @throws QuantException NOT_FINITE
     */
    public static TailRisk cornishFisher(double[] returns, TailLevel level) {
        return CornishFisherTail.of(new ReturnSample(returns, level));
    }

    /**
     * Drawn: 10,000 paths of h periods, each return m + s x a Student variable of variance 1 with 4 + 6 / K degrees of
     * freedom, which gives it the excess kurtosis K of the returns (normal when K is not above 0); VaR and ES off the
     * compounded paths as the historical ones are off returns. A return below -1 counts as -1.
     *
     * @param seed the same seed draws the same paths
     * @throws QuantException NOT_FINITE
     */
    public static TailRisk monteCarlo(double[] returns, TailLevel level, long seed) {
        return new ReturnSample(returns, level)
                .describe(TailMethod.MONTE_CARLO, sample -> new DrawnPaths(sample, seed).tail());
    }

    /**
     * Historical with each return brought to the volatility of now, r_t x v_now / v_t (Hull and White 1998), v_t^2 = d
     * v_(t-1)^2 + (1 - d) r_(t-1)^2 from the mean square of all returns on (RiskMetrics 1996).
     *
     * @param decay the d, above 0 and below 1
     * @throws QuantException NOT_FINITE, OUT_OF_RANGE
     */
    public static TailRisk filtered(double[] returns, TailLevel level, double decay) {
        FilteredReturns filter = new FilteredReturns(decay);
        return new ReturnSample(returns, level)
                .readOff(
                        TailMethod.FILTERED_HISTORICAL,
                        sample -> EmpiricalTail.of(new ReturnSample(filter.apply(sample.returns()), level)));
    }
}
