package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.risk.DrawdownRisk;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.StressLoss;
import dev.tradesuite.quant.risk.TailRisk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What weights can lose.
 *
 * @param codes of the assets that are held, in the order of contributions
 * @param tails value at risk and expected shortfall by all methods
 * @param volatility of a year with its contributions
 * @param shortfall historical expected shortfall of one period with its contributions; empty with too few periods
 * @param drawdown of compounded returns
 * @param stress worst stretches of the past and shocks
 * @param quality what the volatility rests on
 * @param warnings what should be known
 */
public record PortfolioRisk(
        List<String> codes,
        List<TailRisk> tails,
        RiskContributions volatility,
        Optional<RiskContributions> shortfall,
        DrawdownRisk drawdown,
        Stress stress,
        AssetMoments.Quality quality,
        List<String> warnings) {

    /**
     * What would have been lost.
     *
     * @param days worst single periods
     * @param weeks worst five in a row
     * @param shock of factors, where one was told
     */
    public record Stress(List<StressLoss> days, List<StressLoss> weeks, Optional<Shock> shock) {}

    /**
     * What a shock of factors costs.
     *
     * @param loss positive fraction of the capital
     * @param byAsset parts by code
     * @param byFactor parts by factor
     */
    public record Shock(double loss, Map<String, Double> byAsset, Map<String, Double> byFactor) {}
}
