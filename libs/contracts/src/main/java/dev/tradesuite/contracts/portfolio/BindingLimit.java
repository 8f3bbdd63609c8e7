package dev.tradesuite.contracts.portfolio;

/**
 * A constraint that keeps the objective from being better.
 *
 * @param constraint in words
 * @param limit in weight
 * @param shadowPrice gain of the objective for each unit of weight it is loosened by; holds for small changes
 * @param objective what gains
 * @param sentence all of it in words
 */
public record BindingLimit(String constraint, double limit, double shadowPrice, String objective, String sentence) {}
