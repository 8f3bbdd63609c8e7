package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle of a portfolio.
 *
 * @param strategyType strategy of the portfolio when it ran; absent before
 * @param attempts how many holders it had, one after the other
 * @param fence of the latest holder; 0 before the first
 * @param startedAt when the latest holder took it; absent before the first
 * @param end absent while it waits or runs
 */
public record Cycle(
        DueCycle due,
        CycleStatus status,
        @Nullable String strategyType,
        int attempts,
        long fence,
        @Nullable Instant startedAt,
        @Nullable End end) {

    /**
     * How a cycle ended.
     *
     * @param counts absent unless it succeeded
     * @param failure absent unless it failed or was skipped
     */
    public record End(Instant at, @Nullable CycleCounts counts, @Nullable CycleFailure failure) {}

    /** A cycle nobody has taken yet. */
    public static Cycle requested(DueCycle due) {
        return new Cycle(due, CycleStatus.REQUESTED, null, 0, 0, null, null);
    }

    public UUID id() {
        return due.id();
    }

    public long portfolioId() {
        return due.portfolioId();
    }

    public @Nullable Instant endedAt() {
        return end == null ? null : end.at();
    }

    public @Nullable CycleCounts counts() {
        return end == null ? null : end.counts();
    }

    public @Nullable CycleFailure failure() {
        return end == null ? null : end.failure();
    }

    /** This cycle after it ended well. */
    public Cycle succeeded(String strategy, CycleCounts counts, Instant at) {
        return ended(CycleStatus.SUCCEEDED, strategy, new End(at, counts, null));
    }

    /** This cycle after it went wrong. */
    public Cycle failed(@Nullable String strategy, CycleFailure why, Instant at) {
        return ended(CycleStatus.FAILED, strategy, new End(at, null, why));
    }

    /** This cycle after it turned out not to be wanted any more. */
    public Cycle skipped(@Nullable String strategy, CycleFailure why, Instant at) {
        return ended(CycleStatus.SKIPPED, strategy, new End(at, null, why));
    }

    private Cycle ended(CycleStatus how, @Nullable String strategy, End with) {
        return new Cycle(due, how, strategy, attempts, fence, startedAt, with);
    }
}
