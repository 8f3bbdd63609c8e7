package dev.tradesuite.quant.performance;

/** Why a metric cannot be computed. */
public enum MetricReason {
    NO_CLOSED_TRADES("No trade was closed in the period."),
    NO_WIN("No closed trade had a profit."),
    NO_LOSS("There was no loss to divide by: no closed trade with one, or no return below the target."),
    NO_DRAWDOWN("Equity never fell below its highest value."),
    NO_EQUITY("There is no equity point in the period besides its start."),
    TOO_FEW_RETURNS("There are fewer returns than a statistic of them needs."),
    TOO_SHORT("The period is shorter than the metric needs."),
    NO_VARIATION("The returns do not vary."),
    TOO_SKEWED("Skewness and kurtosis are beyond what the expansion can describe."),
    CAPITAL_LOST("Equity fell to zero or below; returns have no meaning from there on."),
    NO_PRICES("The price of the instrument, or its rate to the currency of the account, is not known over the period."),
    NO_FORECASTS("There is no forecast whose outcome is known.");

    private final String sentence;

    MetricReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
