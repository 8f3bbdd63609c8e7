package dev.tradesuite.accounting.paper;

import java.math.BigDecimal;
import java.time.Instant;

/** Something that happened in a paper account during a bar. */
public sealed interface PaperEvent {

    /** A position was opened; one that the same bar ends is followed by its {@link Closed}. */
    record Opened(PaperEntry entry) implements PaperEvent {}

    /** A position ended. */
    record Closed(PaperTrade trade) implements PaperEvent {}

    /** A position was asked for and not opened. */
    record Declined(PaperRefusal why, Instant at) implements PaperEvent {}

    /** The bar had no rate; the open position is valued at the newest one known. */
    record RateKept(BigDecimal rate) implements PaperEvent {}

    /** Nothing is left, and the account trades no more. */
    record Ended(Instant at) implements PaperEvent {}
}
