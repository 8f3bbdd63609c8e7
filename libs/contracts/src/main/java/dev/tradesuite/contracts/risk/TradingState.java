package dev.tradesuite.contracts.risk;

/** What is allowed for an account, portfolio, strategy or symbol. */
public enum TradingState {
    /** Everything that passes the checks. */
    ACTIVE,
    /** Only orders that reduce a position. */
    REDUCE_ONLY,
    /** Nothing; leaving this state takes a person and a reason. */
    HALTED
}
