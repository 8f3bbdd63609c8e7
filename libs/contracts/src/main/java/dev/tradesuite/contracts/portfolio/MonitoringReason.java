package dev.tradesuite.contracts.portfolio;

/** Why a figure of the monitoring is absent, old, or means nothing. */
public enum MonitoringReason {
    BOOKS_STALE("The books have not been heard of for longer than is borne."),
    PRICE_STALE("The newest price is older than is borne while its market is open."),
    RETURNS_UNKNOWN("The daily returns of an instrument that is held are not known."),
    RETURNS_STALE("The newest daily return of an instrument that is held is too old."),
    TOO_FEW_COMMON_DAYS("What is held has too few daily returns in common."),
    EQUITY_NOT_POSITIVE("Without equity above 0 there is nothing a loss could be a fraction of."),
    TOO_FEW_STRATEGIES("So few strategies hold anything that one of them must be above the limit."),
    NO_TAIL_LOSS("The worst days of what is held are no loss.");

    private final String sentence;

    MonitoringReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
