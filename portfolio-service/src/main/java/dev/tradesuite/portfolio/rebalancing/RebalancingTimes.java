package dev.tradesuite.portfolio.rebalancing;

import java.time.Instant;
import java.util.Optional;

/**
 * When rebalancings of an account are planned by themselves.
 *
 * @param schedule a cron expression, or an interval
 * @param driftPercent percentage points a weight may be from its target
 * @param nextDue when the next one is due; empty while they are off
 * @param setBy who said so
 */
public record RebalancingTimes(
        String account,
        boolean enabled,
        String schedule,
        double driftPercent,
        Optional<Instant> nextDue,
        String setBy) {

    /** The first working day of the month, 15:00 UTC. */
    public static final String FIRST_WORKING_DAY = "0 0 15 1W * *";

    /** Percentage points. */
    public static final double DRIFT = 5;

    RebalancingTimes dueAt(Optional<Instant> next) {
        return new RebalancingTimes(account, enabled, schedule, driftPercent, next, setBy);
    }
}
