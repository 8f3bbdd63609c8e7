package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says when rebalancings of an account are planned by themselves. {@code PUT /api/v1/portfolio/schedule}
 *
 * @param accountId account; absent: {@code main}
 * @param enabled whether they are; absent: yes
 * @param schedule a cron expression of six fields with a zone, or an interval such as {@code P30D}; absent: the first
 *     working day of the month, {@code 0 0 15 1W * *}
 * @param driftPercent percentage points a weight may be from its target before a plan is made; absent: 5
 */
public record RebalancingScheduleRequest(
        @Nullable @AccountId String accountId,
        @Nullable Boolean enabled,
        @Nullable @Size(max = 100) String schedule,
        @Nullable @Positive @DecimalMax("100") Double driftPercent) {}
