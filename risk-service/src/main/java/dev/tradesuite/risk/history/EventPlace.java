package dev.tradesuite.risk.history;

import dev.tradesuite.contracts.risk.RiskEventType;
import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the history; no two events have the same.
 *
 * @param at when
 * @param type what happened
 * @param number among those of the type
 */
public record EventPlace(Instant at, RiskEventType type, long number) {

    /** The newest first; what followed from something at the same moment comes before it. */
    public static final Comparator<EventPlace> NEWEST_FIRST = Comparator.comparing(EventPlace::at)
            .thenComparing(EventPlace::rank)
            .thenComparing(EventPlace::number)
            .reversed();

    /** Rank of its type among events of one moment: a state follows from a breach, and a breach from a change. */
    public int rank() {
        return rank(type);
    }

    /** Rank of a type. */
    public static int rank(RiskEventType type) {
        return switch (type) {
            case LIMIT_CHANGE -> 1;
            case HIGH_WATER_MARK_CHANGE -> 2;
            case BREACH -> 3;
            case STATE_CHANGE -> 4;
        };
    }
}
