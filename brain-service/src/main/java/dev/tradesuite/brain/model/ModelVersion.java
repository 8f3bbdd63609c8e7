package dev.tradesuite.brain.model;

/**
 * What produced a signal.
 *
 * @param model name of the model, such as {@code votes}
 * @param version of the rules with their settings, or of the trained model: equal versions decide equally
 * @param proxy whether a rule stands in for a trained model
 */
public record ModelVersion(String model, String version, boolean proxy) {}
