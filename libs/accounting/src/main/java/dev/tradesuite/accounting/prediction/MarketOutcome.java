package dev.tradesuite.accounting.prediction;

/**
 * An outcome of a market.
 *
 * @param marketId market at its venue
 * @param question what the market asks
 * @param outcome such as {@code Yes}
 */
public record MarketOutcome(String marketId, String question, String outcome) {}
