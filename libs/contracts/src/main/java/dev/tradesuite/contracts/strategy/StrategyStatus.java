package dev.tradesuite.contracts.strategy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a controller has done since it started. {@code GET /strategy/status}.
 *
 * @param type strategy
 * @param status always {@code online}: who answers is
 * @param startedAt since when
 * @param marketSource where its markets come from
 * @param marketsAt when the newest snapshot of the markets was taken; absent before the first
 * @param cyclesRunning under way
 * @param cyclesSucceeded ended well, those with nothing to do included
 * @param cyclesFailed ended with a problem
 * @param lastCycleAt end of the latest cycle; absent before the first
 */
public record StrategyStatus(
        String type,
        String status,
        Instant startedAt,
        String marketSource,
        @Nullable Instant marketsAt,
        int cyclesRunning,
        long cyclesSucceeded,
        long cyclesFailed,
        @Nullable Instant lastCycleAt) {}
