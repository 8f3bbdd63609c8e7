package dev.tradesuite.contracts.portfolio;

/** What an account must not go beyond, as its monitoring sees it. */
public enum PortfolioLimit {
    /** Historical value at risk of one day at 95 %, as a fraction of equity. */
    VALUE_AT_RISK,
    /** Fall of equity from its highest value, as a fraction of that. */
    DRAWDOWN,
    /** Largest part of one strategy in the expected shortfall of the account. */
    STRATEGY_CONTRIBUTION
}
