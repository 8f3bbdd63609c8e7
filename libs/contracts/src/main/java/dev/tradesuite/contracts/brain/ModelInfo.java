package dev.tradesuite.contracts.brain;

/**
 * What produced a signal.
 *
 * @param name such as {@code votes}
 * @param version of the rules or the trained model
 * @param proxy whether a rule stands in for a trained model
 */
public record ModelInfo(String name, String version, boolean proxy) {}
