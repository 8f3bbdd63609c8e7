package dev.tradesuite.learning.policy;

/** What a network can remember. */
public enum NetworkKind {
    /** Long short-term memory (Hochreiter and Schmidhuber, 1997). */
    LSTM,
    /** One hidden layer, no memory: it sees the bar and the position, nothing else. */
    MLP
}
