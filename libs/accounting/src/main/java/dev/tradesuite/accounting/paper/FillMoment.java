package dev.tradesuite.accounting.paper;

/** At which price a signal is carried out. */
public enum FillMoment {
    /** The close of the bar it was formed on. */
    CLOSE,
    /** The open of the bar after it. */
    NEXT_OPEN
}
