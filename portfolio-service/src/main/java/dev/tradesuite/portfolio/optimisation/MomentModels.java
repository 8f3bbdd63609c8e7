package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.portfolio.ExpectedReturnsModel;
import dev.tradesuite.contracts.portfolio.RiskModel;

/**
 * How the moments of a year are estimated from returns.
 *
 * @param frequency periods in a year
 * @param span periods of the exponential models
 * @param riskFreeRate of a year
 * @param benchmarkReturn of one period, below which semivariance counts
 */
public record MomentModels(
        ExpectedReturnsModel expectedReturns,
        RiskModel risk,
        double frequency,
        double span,
        double riskFreeRate,
        double benchmarkReturn) {}
