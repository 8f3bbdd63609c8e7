package dev.tradesuite.contracts.brain;

/** Why the brain decided as it did. */
public enum SignalReason {
    SCORE_ABOVE_BUY_THRESHOLD("The weighted score of all votes reaches the buy threshold."),
    SCORE_BELOW_SELL_THRESHOLD("The weighted score of all votes reaches the sell threshold."),
    SCORE_BETWEEN_THRESHOLDS("The weighted score lies between the thresholds: no side has enough weight."),
    NO_DATA("There are no candles and no readings for the symbol and timeframe."),
    NOT_ENOUGH_CANDLES("There are fewer closed candles than the indicators need."),
    DATA_STALE("The newest closed candle is older than the setting allows."),
    CANDLE_STILL_FORMING("The newest candle of the request had not closed yet; it was left out."),
    CANDLES_REPEATED("A candle of the request was sent more than once with the same prices; it counts once."),
    NO_RANGE("The bars are flat, so nothing can be measured in units of their range."),
    MODEL_LONG("The model wants a long position."),
    MODEL_SHORT("The model wants a short position."),
    MODEL_FLAT("The model wants no position."),
    FOLLOWS_LANGUAGE_MODEL("The model follows the verdict of the language model and compares no score with anything."),
    TAKES_MOST_PROBABLE("The policy takes the most probable of its three positions; no threshold is compared with."),
    SCORE_NOT_KEPT("The signal was stored by a version that kept no score with it."),
    MODEL_UNREADABLE("The trained version in use is missing, damaged or foreign, so the rule stands in for it."),
    NO_OPINION("The language model has not been asked about the bar before this one, or has not answered yet."),
    OPINION_STALE("The newest opinion of the language model is older than one bar and a minute."),
    OPINION_WITHHELD("The language model was asked and gave no usable opinion."),
    OPINION_NOT_FOR_HISTORY("A bar of the past is judged without the language model, which knows the present."),
    ADVISOR_OFF("The language model has no key in the settings, so it is not asked."),
    NOT_WATCHED(
            "The settings name no candles of this symbol for the advisors to watch, so they are not asked about it."),
    OVER_BUDGET("The budget of calls or tokens of the day is used up; the language model is asked again tomorrow."),
    BUDGET_UNKNOWN("Whether the day has a call left cannot be told, so the language model was not asked."),
    FLAT_MARKET("The candles have no range, so range indicators say nothing."),
    ADVISOR_VETO("An advisor with a fresh opinion vetoed the signal."),
    ADVISOR_LOWERED_CONFIDENCE("A fresh opinion of an advisor lowered the confidence.");

    private final String sentence;

    SignalReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
