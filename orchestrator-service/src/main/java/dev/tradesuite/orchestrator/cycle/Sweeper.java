package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds cycles nobody takes care of: those whose holder was killed or frozen, and those that wait at an orchestrator
 * that is gone or has too much to do.
 */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private static final int BATCH = 500;

    private final CycleStore store;
    private final StrategyQueues queues;
    private final CycleEvents events;
    private final UnitOfWork work;
    private final Duration pickupAfter;
    private final int mostAttempts;
    private final Clock clock;

    /**
     * @param pickupAfter how long a cycle may wait where it was due
     * @param mostAttempts how many holders a cycle may lose before it is given up
     */
    public Sweeper(
            CycleStore store,
            StrategyQueues queues,
            CycleEvents events,
            UnitOfWork work,
            Duration pickupAfter,
            int mostAttempts,
            Clock clock) {
        this.store = store;
        this.queues = queues;
        this.events = events;
        this.work = work;
        this.pickupAfter = pickupAfter;
        this.mostAttempts = mostAttempts;
        this.clock = clock;
    }

    /** Looks once. */
    public void sweep() {
        for (Cycle cycle : store.abandoned(BATCH)) {
            if (cycle.attempts() < mostAttempts) {
                queues.submit(cycle.due());
            } else {
                giveUp(cycle);
            }
        }
        store.waitingLongerThan(pickupAfter, BATCH).forEach(cycle -> queues.submit(cycle.due()));
    }

    private void giveUp(Cycle cycle) {
        CycleFailure why = new CycleFailure(
                ProblemCode.INTERNAL,
                "Given up after %d attempts: each time the orchestrator that ran it was lost"
                        .formatted(cycle.attempts()));
        try {
            work.durable(() -> store.giveUp(cycle.id(), cycle.attempts(), why, clock.instant())
                    .ifPresent(ended -> {
                        LOG.warn("Cycle {} of portfolio {}: {}", ended.id(), ended.portfolioId(), why.detail());
                        events.ended(ended);
                    }));
        } catch (RuntimeException e) {
            LOG.warn("Cycle {} cannot be given up for now; tried again shortly", cycle.id(), e);
        }
    }
}
