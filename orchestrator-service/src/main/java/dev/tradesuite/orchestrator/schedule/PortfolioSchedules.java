package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;
import java.util.Optional;

/** Keeps schedules. Every method joins the transaction it is called in. */
public interface PortfolioSchedules {

    /** The schedule; others that ask for the same one wait until the transaction ends. */
    Optional<PortfolioSchedule> findAndLock(long portfolioId);

    void put(PortfolioSchedule schedule);

    /** Notes that a cycle is due; empty, and nothing is noted, when the portfolio is not active. */
    Optional<PortfolioSchedule> noteDue(long portfolioId, Instant dueAt);
}
