package dev.tradesuite.contracts.market;

/** What a person should know about the prediction markets a cycle or a replay saw. */
public enum MarketReason {
    EVENT_UNREADABLE("An event of the venue could not be read and was left out with its markets."),
    MARKET_UNREADABLE("A market of the venue could not be read and was left out."),
    END_DATE_PASSED("The venue still takes orders for a market although the end date it states has passed."),
    END_DATE_UNREADABLE("The end date the venue states for a market is none; the market counts as one without."),
    FEE_UNKNOWN("The venue takes a fee and does not say how it is reckoned; the market is not traded."),
    RESOLUTION_UNREADABLE("The venue has resolved a market and not said what its outcomes pay; nothing is settled."),
    MORE_PAGES("The venue has more events than were read; the rest was left out."),
    FILTERS_NOT_APPLIED("The history has no liquidity and no volume of the day; these filters let everything pass."),
    NO_ORDER_BOOK("The history has no bids and asks; trades are made at its price, moved by the stated half spread."),
    HISTORY_UNREADABLE("A row of the history could not be read and was left out."),
    OUTCOME_INFERRED("The history names no outcome; it was taken from the last price before the market ended."),
    NOT_SETTLED("The history tells no outcome; the position was closed at the last price, neither won nor lost.");

    private final String sentence;

    MarketReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
