package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When rebalancings of an account are planned by themselves. {@code GET /api/v1/portfolio/schedule?account_id=}
 *
 * @param accountId account
 * @param enabled whether they are
 * @param schedule a cron expression, or an interval
 * @param driftPercent percentage points a weight may be from its target
 * @param nextDue when the next one is due; absent while they are off
 * @param setBy who said so
 */
public record RebalancingSchedule(
        String accountId,
        boolean enabled,
        String schedule,
        double driftPercent,
        @Nullable Instant nextDue,
        String setBy) {}
