package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;

/** Reasons and warnings of the trade flow itself; those of brain, sizing and risk keep their own codes. */
public enum TradeReason {
    ALL_CHECKS_PASSED("Signal, size and all six checks allow the trade."),
    SIGNAL_IS_HOLD("The brain says HOLD."),
    SIDE_DISAGREES("The signal is for the other side than the request."),
    BRAIN_UNAVAILABLE("The brain did not answer; without a signal there is no trade."),
    SIZING_UNAVAILABLE("Sizing did not answer; without a size there is no trade."),
    RISK_UNAVAILABLE("Risk did not answer; without its checks there is no trade."),
    BOOKS_UNAVAILABLE("The books did not answer; the equity of the account is not known."),
    ACCOUNT_UNKNOWN("The account is not in the books."),
    ACCOUNT_ARCHIVED("The account is archived and takes no orders; take it out of the archive to trade on it."),
    SIZE_REFUSED("Sizing found no size for the trade."),
    EXIT_MISPLACED("Stop or target is on the wrong side of the price at which the order is filled."),
    RISK_DENIED("A risk check or the trading state denied the trade."),
    PRICE_FAR_FROM_MARKET("A stated price is further from the newest market price than any market moves."),
    PRICE_UNVERIFIED("No market price is new enough to compare the stated one with."),
    POSITION_FROM_ORDERS("The books did not answer, or have not heard of the newest fills yet; the position is what the"
            + " broker holds by the orders sent to it."),
    HOLDING_UNKNOWN("The books did not answer, or have not heard of the newest fills yet; what a strategy holds is not"
            + " known, and nothing of it is closed."),
    HOLDING_OFFSET(
            "Other strategies hold against it at a broker that nets: to close it would open or enlarge the position of"
                    + " the account."),
    HOLDING_BELOW_STEP("What the strategy holds is less than the smallest volume of the instrument."),
    RISK_UNCHECKED("Risk did not answer, or has not heard of the position yet; what only reduces a position passes all"
            + " the same, and risk learns of it by its events."),
    CONVERSION_RATE_STALE("The newest price of a currency pair is older than the setting allows; it is not used."),
    STOP_LOSS_DEFAULTED("No stop was given; one was placed by the average true range, or by the catalogue."),
    ALERT_SIZE_NOT_USED(
            "The alert states a size, which counts only at a webhook of mode follow with max_lots; it was sized by"
                    + " risk."),
    RISK_PERCENT_DEFAULTED("No risk percent was given; the setting was used."),
    HIGH_LEVERAGE("Leverage above 20 leaves little room before a margin call."),
    ACCOUNT_BALANCE_IGNORED("account_balance is a what-if for analyze; an execute uses the account in the books."),
    EXISTING_POSITIONS_IGNORED(
            "existing_positions are a what-if for analyze; an execute uses the positions in the books."),
    BACKTEST_CANNOT_EXECUTE("A decision on history is for study only."),
    NOT_EXECUTED("auto_execute is not true; nothing was sent."),
    DRY_RUN("dry_run was asked for; nothing was sent."),
    APPROVAL_NEEDED(
            "The trade is larger than what goes without approval; nothing is sent before somebody approves it."),
    APPROVED_PRICE_MOVED(
            "The market is further from where it was when the approval was asked for than the setting allows."),
    APPROVED_PRICE_UNKNOWN("No market price is new enough to judge the approved trade by."),
    APPROVED_SIZE_TOO_LARGE("Sizing does not allow the size any more that was approved."),
    BROKER_REJECTED("The broker rejected the order."),
    INTERRUPTED("The service stopped before the order reached the broker; nothing was sent."),
    CANCELLED_BY_REQUEST("A person or program cancelled the order."),
    CANCELLED_BY_STOP("A person stopped trading; the order was cancelled."),
    STOP_PRICE_UNKNOWN("No market price is new enough to close the position at; it is tried again."),
    STOP_UNFINISHED("Not every order is cancelled or position closed yet; it is tried again."),
    STOP_AFTER_ANOTHER("Another stop still closes positions; trading is halted when it has."),
    STOP_PORTFOLIOS_UNKNOWN("The books do not answer, so what portfolios hold is not known; they are asked again."),
    EXPIRED_UNFILLED("The order was not filled in its time."),
    STOP_TRIGGERED("A candle reached the protective stop."),
    TARGET_REACHED("A candle reached the profit target."),
    NOTHING_TO_REDUCE("The position the order would have reduced is closed."),
    STOP_FROM_VOLATILITY("The strategy volatility derives its stop from the ATR; the one given was not used."),
    ORDERS_RECONCILING("After a start every open order is compared with the broker; new orders wait for that."),
    BROKER_UNCERTAIN("The broker did not answer; the order is looked up until it does and never sent again blind."),
    RECOVERED("The service stopped while the order was on its way; what became of it was asked of the broker."),
    BROKER_LACKS("The account's broker cannot do what the order asks for."),
    UNFILLED_AT_ONCE("The order was wanted at once or not at all; what could not be filled was cancelled."),
    ORDER_REPLACED("The order was replaced by another one."),
    REPLACED_TOO_LATE("The order to be replaced was filled or had ended before; it stands as it is."),
    PROTECTION_REPLACED("The position got another protection."),
    POSITION_UNPROTECTED("The position has no stop any more."),
    DEADLINE_PASSED("The time for the decision was over before every step had answered.");

    private final String sentence;

    TradeReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }

    /** The reason in the words of its constant. */
    public Reason reason() {
        return new Reason(name(), sentence);
    }

    /** The reason with the figures of this case. */
    public Reason reason(String message) {
        return new Reason(name(), message);
    }
}
