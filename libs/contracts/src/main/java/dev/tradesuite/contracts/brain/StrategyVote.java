package dev.tradesuite.contracts.brain;

/**
 * What an ensemble or overlay heard of another model.
 *
 * @param strategyCode code of that model
 * @param signal what it said
 * @param weight its share in the score, 0 to 1
 * @param abstained whether it abstained and so counts 0
 */
public record StrategyVote(String strategyCode, PositionSignal signal, double weight, boolean abstained) {}
