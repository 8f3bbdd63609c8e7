package dev.tradesuite.signals.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bars to be booked one after the other.
 *
 * @param bars oldest first, at least one, of one series
 * @param after open time of the booked bar they follow on, with no stored bar between; empty: they begin the accounts
 * @param coveredFrom from when on bars were asked for, where they begin the accounts
 * @param role what they are in their run
 */
public record BarStretch(List<SignalBar> bars, Optional<Instant> after, Instant coveredFrom, Role role) {

    /** What a stretch is in its run. */
    public enum Role {
        /** The bar that has just closed, which the feed tells of. */
        NEWS,
        /** Bars of the past that more bars follow. */
        HISTORY,
        /** The last bars of a run that ends: open positions end with them. */
        END_OF_RUN
    }

    public BarStretch {
        bars = List.copyOf(bars);
    }

    SeriesName series() {
        return bars.getFirst().series();
    }
}
