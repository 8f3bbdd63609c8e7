package dev.tradesuite.signals.book;

import java.util.List;

/** Tells the feed what became of a bar. */
@FunctionalInterface
public interface BookEvents {

    /** Tells it together with the transaction under way. */
    void booked(BookedBar booked, List<PositionChange> changes);
}
