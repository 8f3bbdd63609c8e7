package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The trading state of a subject with its cause.
 *
 * @param subject whose it is
 * @param state what is allowed
 * @param cause why, in a sentence
 * @param changedBy {@link #SYSTEM} for an automatic trigger, else the person
 * @param changedAt since when
 * @param lastDay last risk day it restricts; absent when only a person ends it
 */
public record StateEntry(
        StateSubject subject,
        TradingState state,
        String cause,
        String changedBy,
        Instant changedAt,
        @Nullable LocalDate lastDay) {

    /** Author of automatic changes. */
    public static final String SYSTEM = "system";

    /** The state that applies on a risk day: a restriction for the rest of a day is over on the next one. */
    public TradingState on(LocalDate day) {
        return isOverOn(day) ? TradingState.ACTIVE : state;
    }

    /** Says whether it ends with a risk day by itself. */
    boolean isForADay() {
        return lastDay != null;
    }

    /** Says whether this was a restriction for a day that has ended. */
    public boolean isOverOn(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }
}
