package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the strategies of a portfolio did, by their daily returns. {@code GET /api/v1/portfolio/metrics?account_id=}.
 *
 * @param accountId account
 * @param windowDays calendar days that were looked at, today included
 * @param strategies by code, each label for itself
 * @param without codes that have no returns in the window
 */
public record PortfolioMetrics(
        String accountId, int windowDays, List<StrategyFigures> strategies, List<String> without) {

    /**
     * StrategyFigures of one strategy under one label. A figure that cannot be computed is absent, and
     * {@code unavailable} says why.
     *
     * @param code of the strategy
     * @param label of the returns; never mixed
     * @param days how many returns
     * @param totalReturn compounded, as a fraction
     * @param volatility a year, as a fraction
     * @param sharpe a year, without a risk-free rate
     * @param drawdown the deepest fall, as a positive fraction
     * @param unavailable code of the reason by name of the figure
     */
    public record StrategyFigures(
            String code,
            RunLabel label,
            int days,
            double totalReturn,
            @Nullable Double volatility,
            @Nullable Double sharpe,
            @Nullable Double drawdown,
            Map<String, String> unavailable) {}
}
