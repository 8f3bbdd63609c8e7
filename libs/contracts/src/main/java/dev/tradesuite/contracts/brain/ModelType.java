package dev.tradesuite.contracts.brain;

/** What kind of model a strategy is. */
public enum ModelType {
    /** A policy learned by reinforcement. */
    RL,
    /** A classifier. */
    ML,
    /** A language model's opinion. */
    LLM,
    /** Others' signals, weighed. */
    ENSEMBLE
}
