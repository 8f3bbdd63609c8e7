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
