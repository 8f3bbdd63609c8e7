package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When cycles are due. */
public interface ScheduleView {

    /**
     * The first time not before now for a portfolio whose last cycle was due then; empty when there is none any more.
     */
    Optional<Instant> first(@Nullable Instant lastDue, Instant now);

    /** The time after a cycle that was due; times that have passed meanwhile are left out. */
    Optional<Instant> after(Instant due, Instant now);

    /** Reads what a portfolio says about its schedule. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads an interval such as {@code PT15M}, or a cron expression of six fields, with a zone or in UTC.
         *
         * @throws IllegalArgumentException when it is neither
         */
        ScheduleView read(String schedule);
    }
}
