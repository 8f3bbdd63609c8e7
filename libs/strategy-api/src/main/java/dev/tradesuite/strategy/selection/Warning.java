package dev.tradesuite.strategy.selection;

import dev.tradesuite.contracts.strategy.StrategyReason;

/**
 * What a person should know about a cycle that went well otherwise.
 *
 * @param reason what it is about
 * @param message in a sentence, with the figures
 */
public record Warning(StrategyReason reason, String message) {}
