package dev.tradesuite.brain.model.votes;

import java.util.Locale;

/** The sources that vote, each with a weight among the settings. */
public enum VoteSource {
    RSI,
    MACD,
    EMA_TREND,
    BOLLINGER,
    ADX,
    FIBONACCI;

    /** Name on the wire, such as {@code ema_trend}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
