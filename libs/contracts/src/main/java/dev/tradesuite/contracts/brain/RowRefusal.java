package dev.tradesuite.contracts.brain;

/** Why a row of an import was not stored. */
public enum RowRefusal {
    UNREADABLE_ROW("The row has too few columns or broken quoting."),
    BAD_TIME("The time cannot be read in the stated format and zone."),
    BAD_NUMBER("A price or the volume is not a finite decimal number."),
    PRICE_NOT_POSITIVE("A price is zero or negative."),
    RANGE_BROKEN("High is below, or low above, another price of the candle."),
    NEGATIVE_VOLUME("The volume is negative."),
    OFF_GRID("No candle of the timeframe opens at this time."),
    IN_FUTURE("The candle closes in the future."),
    UNKNOWN_SYMBOL("The symbol is not in the instrument catalogue."),
    OTHER_SYMBOL("The row names another instrument than the import was told."),
    CONFLICTING_DUPLICATE("Another candle with other prices holds this time; the first one read is kept."),
    OVERLAPPING("Another candle that opens at another time covers part of this one; the first one read is kept."),
    SOURCE_NOT_ALLOWED(
            "Prices of the market and made-up ones never share a series; this source writes the other kind.");

    private final String sentence;

    RowRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
