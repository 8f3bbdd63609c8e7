package dev.tradesuite.contracts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What weights can lose.
 *
 * @param valueAtRisk by all methods
 * @param expectedShortfall by all methods
 * @param volatility of a year with its contributions
 * @param tailContributions contributions to the historical expected shortfall of one period; absent with too few
 *     periods
 * @param drawdown of compounded returns
 * @param worstDays the worst first
 * @param worstWeeks of five periods, the worst first
 * @param shock where shocks were told
 * @param observations complete periods
 * @param data what the volatility rests on
 * @param warnings what should be known
 */
public record PortfolioRiskAnswer(
        List<TailFigure> valueAtRisk,
        List<TailFigure> expectedShortfall,
        ContributionTable volatility,
        @Nullable ContributionTable tailContributions,
        DrawdownFigures drawdown,
        List<PastLoss> worstDays,
        List<PastLoss> worstWeeks,
        @Nullable ShockLoss shock,
        int observations,
        OptimizationDataReport data,
        List<String> warnings) {}
