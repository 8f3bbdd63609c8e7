package dev.tradesuite.contracts.strategy;

import dev.tradesuite.contracts.market.Reason;

/** What a report of a cycle warns of. */
public enum StrategyReason {
    HELD_MARKET_UNKNOWN("The market source does not know a market that is held: its price stays as it was."),
    HELD_OUTCOME_UNKNOWN(
            "An outcome that is held is none of those its market has now: it waits, neither settled nor lost."),
    DATA_STALE("The markets were read too long ago: what is held is valued and settled, and nothing is traded."),
    BUYING_PAUSED("The portfolio is paused: what it holds is valued, sold and settled, and nothing is bought."),
    COOLING_DOWN("A market was sold at a loss, or its set refused, a short time ago: it is left alone for now."),
    BELOW_MINIMUM_SIZE("The stake buys fewer shares than the venue takes in an order; nothing is bought."),
    HISTORY_TOO_SHORT("The controllers have not seen enough prices yet to compare the present ones with."),
    HISTORY_UNAVAILABLE("The prices seen before cannot be read: nothing is bought by them in this cycle."),
    SET_OVER_SLOTS("A set of outcomes needs more open slots than there are; none of it was bought."),
    SET_OVER_CASH("A set of outcomes costs more than the cash there is; none of it was bought."),
    SET_INCOMPLETE("Only a part of a set is held, and it cannot be sold.");

    private final String sentence;

    StrategyReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }

    /** The reason as a report states it, with the figures of a case after the sentence. */
    public Reason with(String figures) {
        return new Reason(name(), "%s %s".formatted(sentence, figures));
    }
}
