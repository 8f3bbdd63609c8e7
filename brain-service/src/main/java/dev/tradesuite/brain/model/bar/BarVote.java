package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.PositionSignal;

/**
 * What a model heard of another.
 *
 * @param code the other model
 * @param position what it wants
 * @param weight its share in the score, 0 to 1
 * @param abstained whether it abstained and so counts 0
 */
public record BarVote(BarModelCode code, PositionSignal position, double weight, boolean abstained) {}
