package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Asks for the cycles that are due. */
public final class DueCycles {

    private final CycleStore store;
    private final CycleEvents events;
    private final Clock clock;

    public DueCycles(CycleStore store, CycleEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for one in the transaction of the caller. Asking again for the same portfolio and time does nothing. When
     * the one before still waits this one is skipped, so that a slow strategy does not pile up work.
     */
    public void ask(long portfolioId, String lane, Instant dueAt) {
        Cycle cycle = Cycle.requested(id(portfolioId, dueAt), portfolioId, lane, CycleTrigger.SCHEDULE, dueAt);
        if (store.find(cycle.id()).isPresent()) {
            return;
        }
        if (store.hasWaiting(portfolioId)) {
            Cycle skipped = cycle.skipped(
                    lane,
                    new Failure(ProblemCode.CYCLE_RUNNING, "The cycle before it was still waiting"),
                    clock.instant());
            if (store.add(skipped)) {
                events.ended(skipped);
            }
        } else if (store.add(cycle)) {
            events.requested(cycle);
        }
    }

    /** Two schedulers that wake for the same due time mean the same cycle. */
    static UUID id(long portfolioId, Instant dueAt) {
        return UUID.nameUUIDFromBytes(
                "cycle|%d|%s".formatted(portfolioId, dueAt).getBytes(StandardCharsets.UTF_8));
    }
}
