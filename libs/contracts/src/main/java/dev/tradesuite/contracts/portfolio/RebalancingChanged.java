package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebalancing was planned, or has reached another state. The data of the event {@code rebalancing.changed} on
 * {@code portfolio.events}, keyed by account.
 *
 * @param id of the rebalancing
 * @param accountId account
 * @param state it is in now
 * @param version grows with every change; a higher one is newer
 * @param trigger what made it
 * @param askedBy who, or what
 * @param targetVersion of the target it leads to
 * @param orders how many orders it has
 * @param planHash SHA-256 of exactly those, in hex
 * @param approvalId approval it waits for, or has; absent before that
 * @param outcome why it ended as it did; absent before that
 * @param at when
 */
public record RebalancingChanged(
        UUID id,
        String accountId,
        RebalancingState state,
        long version,
        RebalancingTrigger trigger,
        String askedBy,
        long targetVersion,
        int orders,
        String planHash,
        @Nullable UUID approvalId,
        @Nullable Reason outcome,
        Instant at) {}
