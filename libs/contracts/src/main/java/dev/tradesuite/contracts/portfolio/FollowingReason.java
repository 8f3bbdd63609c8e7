package dev.tradesuite.contracts.portfolio;

/** Why a signal of a model is not followed, or not yet. What the trade flow refuses keeps its own code. */
public enum FollowingReason {
    SIGNAL_TOO_OLD("The signal is older than one bar."),
    SIGNAL_BEFORE_FOLLOWING(
            "The model wanted this position before the strategy was followed; the next change of its signal is."),
    SIGNAL_WITHOUT_STOP("The signal has no stop, and nothing is opened without one."),
    SIGNAL_WITHOUT_SIZE("The signal states no size."),
    PROXY_NOT_LIVE("A rule stands in for a trained model; with real money it is not followed."),
    STATE_NOT_FOLLOWED("Only strategies in the states PAPER and LIVE open positions."),
    NO_CAPITAL("The strategy has no capital in this account."),
    NOTHING_HELD(
            "Nothing of the strategy is held: nothing was bought, or a stop or target of the account has closed it."),
    ALREADY_HELD("The strategy holds a position on this side already."),
    CLOSE_NOT_FOLLOWED("What the strategy holds on the other side could not be closed."),
    CLOSE_UNDER_WAY("What the strategy holds on the other side is being closed."),
    CHANGE_TOO_SMALL("The holding would change by less than one step of the volume."),
    PRICE_UNKNOWN("No price of the instrument is known that is young enough."),
    ORDER_REFUSED("The order was refused as it was stated."),
    ORDER_UNDER_WAY("The order is on its way; what becomes of it is not known yet."),
    ORCHESTRATOR_AWAY("The orchestrator did not answer."),
    BOOKS_AWAY("The books did not answer; what the strategy holds is not known.");

    private final String sentence;

    FollowingReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
