package dev.tradesuite.orchestrator.trade;

/**
 * What a trade is sized against, and in which money.
 *
 * @param funds the account
 * @param prices prices of currency pairs that lead to its currency
 */
record Funding(AccountFunds funds, Conversion.Prices prices) {}
