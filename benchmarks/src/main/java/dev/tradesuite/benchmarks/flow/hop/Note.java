package dev.tradesuite.benchmarks.flow.hop;

import java.math.BigDecimal;

/**
 * What goes through the chain and comes back unchanged.
 *
 * @param symbol any
 * @param currentPrice any
 */
public record Note(String symbol, BigDecimal currentPrice) {}
