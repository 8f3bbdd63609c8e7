package dev.tradesuite.contracts.orchestrator;

/** Why lots of a position were closed, as the order says that closed them. */
public enum ExitReason {
    STOP("The price reached a stop of the position."),
    TRAILING_STOP("The price came back to a stop that had followed it."),
    TAKE_PROFIT("The price reached the profit target of the position."),
    CLOSED("A person or program closed the position, or a part of it."),
    FLATTENED("A stop of trading closed the position."),
    REBALANCED("An order of a rebalancing took it back."),
    OPPOSITE_ORDER("An order on the other side, which may open a position too.");

    private final String sentence;

    ExitReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
