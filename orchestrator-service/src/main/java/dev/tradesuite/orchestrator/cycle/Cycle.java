package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle of a portfolio.
 *
 * @param lane strategy expected when it was asked for; empty when that was not known
 * @param strategyType strategy of the portfolio when it ran; absent before
 * @param attempts how many holders it had, one after the other
 * @param fence of the latest holder; 0 before the first
 * @param report absent unless it succeeded, and in lists
 * @param failure absent unless it failed or was skipped
 */
public record Cycle(
        UUID id,
        long portfolioId,
        String lane,
        @Nullable String strategyType,
        CycleTrigger trigger,
        CycleStatus status,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        long fence,
        @Nullable Report report,
        @Nullable Failure failure) {

    /** A cycle nobody has taken yet. */
    public static Cycle requested(UUID id, long portfolioId, String lane, CycleTrigger trigger, Instant dueAt) {
        return new Cycle(
                id, portfolioId, lane, null, trigger, CycleStatus.REQUESTED, dueAt, null, null, 0, 0, null, null);
    }

    /** This cycle after it ended well. */
    public Cycle succeeded(String strategy, Report with, Instant at) {
        return ended(CycleStatus.SUCCEEDED, strategy, with, null, at);
    }

    /** This cycle after it went wrong. */
    public Cycle failed(@Nullable String strategy, Failure why, Instant at) {
        return ended(CycleStatus.FAILED, strategy, null, why, at);
    }

    /** This cycle after it turned out not to be wanted any more. */
    public Cycle skipped(@Nullable String strategy, Failure why, Instant at) {
        return ended(CycleStatus.SKIPPED, strategy, null, why, at);
    }

    private Cycle ended(
            CycleStatus how, @Nullable String strategy, @Nullable Report with, @Nullable Failure why, Instant at) {
        return new Cycle(
                id, portfolioId, lane, strategy, trigger, how, dueAt, startedAt, at, attempts, fence, with, why);
    }
}
