package dev.tradesuite.signals.series;

import dev.tradesuite.contracts.signals.StrategyType;

/**
 * A strategy whose signals are kept.
 *
 * @param id in the tables
 * @param code such as {@code RL_PPO}
 * @param name in words
 * @param type what kind of model it is
 */
public record ModelStrategy(int id, String code, String name, StrategyType type) {}
