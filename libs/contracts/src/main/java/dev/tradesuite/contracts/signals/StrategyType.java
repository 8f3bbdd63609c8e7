package dev.tradesuite.contracts.signals;

/** What kind of model a strategy is. */
public enum StrategyType {
    /** Reinforcement learning. */
    RL,
    /** A classifier of machine learning. */
    ML,
    /** A large language model. */
    LLM,
    /** A vote of others. */
    ENSEMBLE
}
