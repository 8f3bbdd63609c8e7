package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import java.time.Clock;

/** Takes note of the cycles that are due. */
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
     * Notes one in the transaction of the caller, so that it is run whatever happens to this orchestrator. Noting the
     * same one again does nothing. When the one before still waits this one is skipped, so that a slow strategy does
     * not pile up work.
     */
    public void note(DueCycle due) {
        Cycle cycle = Cycle.requested(due);
        if (store.add(cycle) || store.find(due.id()).isPresent()) {
            return;
        }
        Cycle skipped = cycle.skipped(
                due.strategyQueue(),
                new CycleFailure(ProblemCode.CYCLE_RUNNING, "The cycle before it was still waiting"),
                clock.instant());
        if (store.add(skipped)) {
            events.ended(skipped);
        }
    }
}
