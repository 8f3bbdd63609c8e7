package dev.tradesuite.brain.indicator;

/** What can be read on the last closed candle. */
public enum Indicator {
    /** Relative strength index over 14 candles, 0 to 100. */
    RSI,
    /** EMA 12 minus EMA 26, in price units. */
    MACD,
    /** EMA 9 of the MACD, in price units. */
    MACD_SIGNAL,
    /** Average true range over 14 candles, in price units. */
    ATR,
    /** EMA over 12 candles, a price. */
    EMA_FAST,
    /** EMA over 26 candles, a price. */
    EMA_SLOW,
    /** Middle band plus 2 standard deviations, a price. */
    BOLLINGER_UPPER,
    /** Mean of 20 closes, a price. */
    BOLLINGER_MIDDLE,
    /** Middle band minus 2 standard deviations, a price. */
    BOLLINGER_LOWER,
    /** Average directional index over 14 candles, 0 to 100: how strong a trend is, whatever its direction. */
    ADX,
    /** Positive directional indicator over 14 candles, 0 to 100. */
    PLUS_DI,
    /** Negative directional indicator over 14 candles, 0 to 100. */
    MINUS_DI
}
