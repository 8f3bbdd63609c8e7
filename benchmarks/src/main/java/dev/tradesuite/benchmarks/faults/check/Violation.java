package dev.tradesuite.benchmarks.faults.check;

/**
 * Something that must never be.
 *
 * @param rule which rule is broken
 * @param evidence the figures that show it
 */
public record Violation(Rule rule, String evidence) {

    /** What has to hold once it is quiet. */
    public enum Rule {
        /** Balance = starting cash + cash flows + realised profit - commissions. */
        BALANCE,
        /** A position is the sum of its trades, and what the broker holds. */
        POSITION,
        /** What all hold of an instrument adds up to the position. */
        HOLDING,
        /** Every fill of the orchestrator and every execution of the broker is booked once, as it was. */
        FILL,
        /** An acknowledged request is done once, and nothing is done that nobody asked for. */
        REQUEST,
        /** No room is held for an order that has ended or that nobody knows. */
        RESERVATION,
        /** Cash of a portfolio = initial + all changes. */
        PORTFOLIO_CASH,
        /** A portfolio holds a market once. */
        MARKET_TWICE,
        /** Nothing waits in an outbox. */
        OUTBOX,
        /** Only poison is among the dead letters. */
        DEAD_LETTER,
        /** Risk knows no newer books than there are. */
        RISK_AHEAD,
        /** Everything is ready again. */
        READY
    }

    @Override
    public String toString() {
        return rule + ": " + evidence;
    }
}
