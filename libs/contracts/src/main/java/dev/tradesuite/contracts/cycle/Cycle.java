package dev.tradesuite.contracts.cycle;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.strategy.CycleReport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle of a portfolio. {@code GET /orchestrator/cycles/{id}}.
 *
 * @param cycleId cycle
 * @param portfolioId portfolio
 * @param strategyType strategy of the portfolio when it ran; absent before
 * @param trigger what asked for it
 * @param status where it stands
 * @param dueAt when it was due
 * @param startedAt when an orchestrator took it; absent before
 * @param endedAt when it ended; absent before
 * @param attempts how many orchestrators took it, one after the other
 * @param fence number of the latest run; what an earlier one still sends is refused
 * @param counts what came of it; absent unless it succeeded
 * @param report what the controller did, from ledger-service, where it is kept; absent unless it succeeded, and in
 *     lists
 * @param error why it failed or was skipped; absent otherwise
 */
public record Cycle(
        UUID cycleId,
        long portfolioId,
        @Nullable String strategyType,
        CycleTrigger trigger,
        CycleStatus status,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        long fence,
        @Nullable CycleCounts counts,
        @Nullable CycleReport report,
        @Nullable Problem error) {}
