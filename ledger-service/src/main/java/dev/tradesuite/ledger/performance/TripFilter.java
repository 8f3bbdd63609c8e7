package dev.tradesuite.ledger.performance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which round trips are wanted.
 *
 * @param from closed at this time or later; empty: from the first
 * @param to closed before this time; empty: to the last
 * @param symbol of this instrument or market; empty: of all
 * @param strategy opened by it, {@code unassigned} for those that none wanted; empty: by all
 */
public record TripFilter(
        Optional<Instant> from, Optional<Instant> to, Optional<String> symbol, Optional<String> strategy) {

    /** Those closed after a moment, and until another; stored moments are whole microseconds. */
    static TripFilter within(Optional<Instant> after, Instant until) {
        return new TripFilter(
                after.map(moment -> moment.plus(1, ChronoUnit.MICROS)),
                Optional.of(until.plus(1, ChronoUnit.MICROS)),
                Optional.empty(),
                Optional.empty());
    }

    boolean takes(ClosedTrip trip) {
        Instant at = trip.exit().at();
        return from.map(moment -> !at.isBefore(moment)).orElse(true)
                && to.map(at::isBefore).orElse(true)
                && symbol.map(trip.symbol()::equals).orElse(true)
                && strategy.map(trip.holder()::equals).orElse(true);
    }
}
