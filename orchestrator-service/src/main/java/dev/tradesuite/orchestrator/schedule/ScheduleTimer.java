package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;

/**
 * Wakes one of all instances when a portfolio is due. Every method joins the transaction it is called in, and fails
 * while an instance is just woken for the portfolio: try again shortly.
 */
public interface ScheduleTimer {

    /** Sets the next time, in place of what was set before. */
    void set(long portfolioId, Instant due);

    /** Sets the next time when there is none. */
    void setIfAbsent(long portfolioId, Instant due);

    void clear(long portfolioId);
}
