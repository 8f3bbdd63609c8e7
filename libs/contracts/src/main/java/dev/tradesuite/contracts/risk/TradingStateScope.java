package dev.tradesuite.contracts.risk;

/** What a trading state is about. */
public enum TradingStateScope {
    ACCOUNT,
    PORTFOLIO,
    STRATEGY,
    SYMBOL
}
