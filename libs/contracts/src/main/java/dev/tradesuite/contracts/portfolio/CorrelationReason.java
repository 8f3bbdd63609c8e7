package dev.tradesuite.contracts.portfolio;

/** Why a correlation or a figure of it is absent, or why a strategy was left out of a selection. */
public enum CorrelationReason {
    TOO_FEW_COMMON_RETURNS("The two have fewer returns in common than a correlation needs."),
    RETURNS_DO_NOT_VARY("The returns of one of the two do not vary over what they have in common."),
    HOURS_OF_PORTFOLIO_UNKNOWN("A portfolio is valued once a day, so it has no hourly returns."),
    HOURS_NOT_IMPORTED("Returns that are handed in belong to days, so there are none of hours."),
    NO_RETURNS("It has no return in the window."),
    TOO_FEW_STRATEGIES("Fewer than two strategies have a correlation with one another."),
    NO_RISK("Equal weights of the strategies have no risk to divide by."),
    TOO_ALIKE("It is more like a better strategy than was allowed."),
    CORRELATION_UNKNOWN("Its correlation with a better strategy is not known."),
    COUNT_REACHED("As many better strategies as wanted are selected."),
    SCORE_UNKNOWN("It has too few returns, or returns that do not vary, so nothing says how good it is.");

    private final String sentence;

    CorrelationReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
