package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cycles, and decides who may run one.
 *
 * <p>A holder has a fence, higher than that of every earlier holder of the same portfolio, and a lease. Leases are
 * compared by the clock of the store, so the clocks of the orchestrators do not matter. Every method but {@link #claim}
 * joins the transaction it is called in.
 */
public interface CycleStore {

    /**
     * Adds a cycle; false when it is there already, or its portfolio has one that waits or runs under the same state.
     */
    boolean add(Cycle cycle);

    /**
     * Makes the caller the holder of a cycle, which is added when it is not there. A transaction of its own, which does
     * not wait for the disk: the portfolio's commit under this fence comes later, and brings this one along.
     *
     * @param again whether a cycle that failed or was skipped may run once more
     * @param at time to note as its start
     */
    CycleClaim claim(DueCycle due, boolean again, Instant at);

    /** Prolongs the leases of cycles the caller still holds. */
    void renew(Collection<Held> held);

    /** Writes the end of a cycle; false when the caller does not hold it any more. */
    boolean end(Cycle ended);

    /** Ends a cycle whose holders were lost too often; empty when somebody holds it again. */
    Optional<Cycle> giveUp(UUID id, int attempts, CycleFailure why, Instant at);

    /** Cycles whose holder has let the lease end. */
    List<Cycle> abandoned(int limit);

    /** Cycles that have waited for a place for longer than this. */
    List<Cycle> waitingLongerThan(Duration age, int limit);

    Optional<Cycle> find(UUID id);

    /** Cycles, newest first. */
    List<Cycle> list(Filter filter);

    /** Forgets cycles that were due, and have ended, before this. */
    int forget(Instant before);

    /**
     * Which cycles to list; an absent part admits all.
     *
     * @param only portfolios that may be seen
     */
    record Filter(
            @Nullable Long portfolioId,
            @Nullable Set<Long> only,
            @Nullable CycleStatus status,
            @Nullable String strategyType,
            int limit) {

        /** Of all portfolios. */
        public Filter(
                @Nullable Long portfolioId, @Nullable CycleStatus status, @Nullable String strategyType, int limit) {
            this(portfolioId, null, status, strategyType, limit);
        }
    }

    /** A cycle and the fence it is held by. */
    record Held(UUID cycleId, long fence) {}
}
