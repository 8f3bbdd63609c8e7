package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps schedules. Every method joins the transaction it is called in. */
public interface PortfolioSchedules {

    /** The schedule; others that ask for the same one wait until the transaction ends. */
    Optional<PortfolioSchedule> findAndLock(long portfolioId);

    void put(PortfolioSchedule schedule);

    /**
     * Schedules by portfolio, with the next time of each; from behind a portfolio, or from the first.
     *
     * @param only portfolios that may be seen; absent: all may
     */
    List<DueSchedule> list(@Nullable Long after, @Nullable Set<Long> only, int limit);

    /** A schedule and when it is due next; absent when it is not. */
    record DueSchedule(PortfolioSchedule schedule, @Nullable Instant nextDueAt) {}

    /** Notes that a cycle is due; empty, and nothing is noted, when the portfolio is not active. */
    Optional<PortfolioSchedule> noteDue(long portfolioId, Instant dueAt);
}
