package dev.tradesuite.contracts.risk;

/** What a trading state is about. */
public enum TradingStateScope {
    ACCOUNT,
    PORTFOLIO,
    STRATEGY,
    SYMBOL,
    /** Everything at once; the strictest of all states that apply is the one that counts. */
    ALL
}
