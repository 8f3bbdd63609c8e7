package dev.tradesuite.signals.series;

import java.time.Instant;

/**
 * Where a page of a list ends that is sorted by time, the newest first.
 *
 * @param at time of its last entry
 * @param id of that entry, among those of the same time
 */
public record PagePlace(Instant at, long id) {

    /** After everything there can be. */
    public static final Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");
}
