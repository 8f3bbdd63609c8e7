package dev.tradesuite.contracts.brain;

/** What a language model says about the side the other models agree on. */
public enum OpinionVerdict {
    /** Nothing speaks against it. */
    CONFIRM,
    /** Less of it. */
    REDUCE,
    /** None of it. */
    VETO
}
