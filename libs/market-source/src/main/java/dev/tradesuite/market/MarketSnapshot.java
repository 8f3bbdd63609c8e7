package dev.tradesuite.market;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;

/**
 * The open events of a venue at one moment.
 *
 * @param takenAt when they were read; the prices are those of this moment
 * @param events in the venue's order
 * @param warnings what could not be read, grouped by what is wrong with it
 */
public record MarketSnapshot(Instant takenAt, List<MarketEvent> events, List<Reason> warnings) {

    public MarketSnapshot {
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }
}
