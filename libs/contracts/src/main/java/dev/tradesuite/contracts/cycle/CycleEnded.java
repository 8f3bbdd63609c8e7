package dev.tradesuite.contracts.cycle;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle ended. Event {@code cycle.ended} on {@code cycles.results}, keyed by portfolio.
 *
 * @param cycleId cycle
 * @param portfolioId portfolio
 * @param strategyType strategy of the portfolio when it ran; absent when that was not found out
 * @param trigger what asked for it
 * @param status SUCCEEDED, FAILED or SKIPPED
 * @param dueAt when it was due
 * @param startedAt when an orchestrator took it; absent when none did
 * @param endedAt when it ended
 * @param attempts how many orchestrators took it, one after the other
 * @param counts what came of it; absent unless it succeeded
 * @param reason why it failed or was skipped; absent otherwise
 */
public record CycleEnded(
        UUID cycleId,
        long portfolioId,
        @Nullable String strategyType,
        CycleTrigger trigger,
        CycleStatus status,
        Instant dueAt,
        @Nullable Instant startedAt,
        Instant endedAt,
        int attempts,
        @Nullable CycleCounts counts,
        @Nullable Reason reason) {}
