package dev.tradesuite.signals.book;

/** What became of a stretch of bars. */
public sealed interface StretchOutcome {

    /**
     * Every bar is booked, by this call or before it.
     *
     * @param rows signals, equity points and trades this call wrote
     */
    record Booked(long rows) implements StretchOutcome {}

    /**
     * Somebody made the accounts anew, or began them, meanwhile: the bars no longer follow on the newest one booked.
     */
    record Moved() implements StretchOutcome {}
}
