package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;

/**
 * Wakes one of all instances when a portfolio is due. Every method joins the transaction it is called in, and fails
 * while the portfolio's alarm is just ringing somewhere: try again shortly.
 */
public interface Alarms {

    /** Sets the next time, in place of what was set before. */
    void set(long portfolioId, Instant due);

    /** Sets the next time when there is none. */
    void setIfAbsent(long portfolioId, Instant due);

    void clear(long portfolioId);
}
