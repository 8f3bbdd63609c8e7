package dev.tradesuite.signals.book;

import java.time.Instant;
import java.util.List;

/** Stored bars of the past with what the models say about them. */
public interface SignalHistory {

    /**
     * Bars of a series that open at or after {@code from} and before {@code to}, oldest first.
     *
     * @param limit at most so many; fewer mean there are no more
     */
    List<SignalBar> page(SeriesName series, Instant from, Instant to, int limit);

    /** How many bars open at or after {@code from} and before {@code to}. */
    long count(SeriesName series, Instant from, Instant to);
}
