package dev.tradesuite.risk.check;

import org.jspecify.annotations.Nullable;

/**
 * What a trade is about beside its account; each has a trading state.
 *
 * @param symbol instrument
 * @param strategy strategy that wants it; absent without one
 * @param portfolioId portfolio that wants it; absent without one
 */
public record TradeSubjects(String symbol, @Nullable String strategy, @Nullable String portfolioId) {}
