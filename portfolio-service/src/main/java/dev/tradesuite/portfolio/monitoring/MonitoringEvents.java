package dev.tradesuite.portfolio.monitoring;

import java.time.Instant;

/** Tells others of limits and of what accounts can lose, in the transaction under way. */
public interface MonitoringEvents {

    /**
     * An account has gone beyond a limit, or is back.
     *
     * @param breached whether the account is beyond the limit now
     */
    void limitChanged(String accountId, JudgedLimit limit, boolean breached, Instant at);

    /** What the account is worth, and what it can lose. */
    void told(LiveRisk risk);
}
