package dev.tradesuite.contracts.strategy;

/** What a report of a cycle warns of. */
public enum StrategyReason {
    HELD_MARKET_UNKNOWN("The market source does not know a market that is held: its price stays as it was."),
    HISTORY_TOO_SHORT("The controller has not seen enough prices yet: it remembers them only while it runs."),
    ORDER_NOT_TAKEN("The books do not take an order as it is written; nothing was traded in its market."),
    SET_OVER_SLOTS("A set of outcomes needs more open slots than there are; none of it was bought."),
    SET_OVER_CASH("A set of outcomes costs more than the cash there is; none of it was bought."),
    SET_UNWOUND("A part of a set was refused: what had been bought of it was sold again."),
    SET_INCOMPLETE("A part of a set was refused, and another part of it could not be sold again.");

    private final String sentence;

    StrategyReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
