package dev.tradesuite.contracts.ledger;

/** Why a paper order of a portfolio was not filled; what risk-service denies carries the reasons of risk-service. */
public enum PortfolioReason {
    INSUFFICIENT_CASH("Stake and fee exceed the cash of the portfolio."),
    MARKET_ALREADY_HELD("The portfolio holds an open position of this market already; one is the most."),
    NO_POSITION("There are no shares of this outcome to sell."),
    STAKE_TOO_SMALL("The stake buys less than a millionth of a share."),
    PRICES_CROSSED("The bid is above the ask; the two cannot be of one moment."),
    PORTFOLIO_PAUSED(
            "The portfolio is paused or archived, and buys nothing; a paused one goes on to sell and settle what it"
                    + " holds."),
    ORDER_NOT_VALID("A field of the order is missing or out of its range; the order is not stored."),
    SET_NOT_FILLED("Another order of its set cannot be filled; a set is filled as a whole or not at all."),
    RISK_UNAVAILABLE("risk-service did not answer; nothing is bought without its reservation."),
    NO_BID("Nobody bids for the outcome, so there is no price to sell it at; it waits for a bid or its settlement."),
    MARK_TOO_OLD("The newest bid is too old to sell at; a cycle of the portfolio brings a new one."),
    INTERRUPTED("The service stopped before the order was filled; nothing was traded.");

    private final String sentence;

    PortfolioReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
