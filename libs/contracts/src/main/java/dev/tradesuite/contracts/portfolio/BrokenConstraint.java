package dev.tradesuite.contracts.portfolio;

/**
 * A constraint that weights break.
 *
 * @param constraint in words
 * @param value measured
 * @param limit kept up to here
 * @param excess by how much it is broken
 */
public record BrokenConstraint(String constraint, double value, double limit, double excess) {}
