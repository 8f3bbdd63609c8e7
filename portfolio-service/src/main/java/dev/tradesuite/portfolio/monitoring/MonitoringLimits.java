package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.portfolio.PortfolioLimit;

/**
 * What an account must not go beyond.
 *
 * @param valueAtRisk of one day at 95 %, as a fraction of equity
 * @param drawdown fall of equity from its highest value, as a fraction of that
 * @param contribution largest part of one strategy in the expected shortfall
 * @param margin how far below its limit a figure has to come back, as a fraction of the limit, until it is kept again
 */
public record MonitoringLimits(double valueAtRisk, double drawdown, double contribution, double margin) {

    double allowed(PortfolioLimit limit) {
        return switch (limit) {
            case VALUE_AT_RISK -> valueAtRisk;
            case DRAWDOWN -> drawdown;
            case STRATEGY_CONTRIBUTION -> contribution;
        };
    }

    /** Whether a figure is beyond its limit; one that was has to come back by the margin. */
    boolean isBreached(PortfolioLimit limit, double measured, boolean wasBreached) {
        return wasBreached ? measured > allowed(limit) * (1 - margin) : measured > allowed(limit);
    }

    /** Strategies of which at least one must be above the limit, however evenly they share. */
    boolean mustBeAbove(int strategies) {
        return strategies * contribution < 1;
    }
}
