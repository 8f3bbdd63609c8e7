package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds cycles nobody takes care of: those whose holder was killed or frozen, and those whose message has not arrived.
 */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private static final int BATCH = 500;

    private final CycleStore store;
    private final Dispatcher dispatcher;
    private final CycleEvents events;
    private final UnitOfWork work;
    private final Duration pickupAfter;
    private final int mostAttempts;
    private final Clock clock;

    /**
     * @param pickupAfter how long a cycle may wait for its message
     * @param mostAttempts how many holders a cycle may lose before it is given up
     */
    public Sweeper(
            CycleStore store,
            Dispatcher dispatcher,
            CycleEvents events,
            UnitOfWork work,
            Duration pickupAfter,
            int mostAttempts,
            Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
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
                dispatcher.submit(cycle);
            } else {
                giveUp(cycle);
            }
        }
        store.waitingLongerThan(pickupAfter, BATCH).forEach(dispatcher::submit);
    }

    private void giveUp(Cycle cycle) {
        Failure why = new Failure(
                ProblemCode.INTERNAL,
                "Given up after %d attempts: each time the orchestrator that ran it was lost"
                        .formatted(cycle.attempts()));
        work.durable(() -> store.giveUp(cycle.id(), cycle.attempts(), why, clock.instant())
                .ifPresent(ended -> {
                    LOG.warn("Cycle {} of portfolio {}: {}", ended.id(), ended.portfolioId(), why.detail());
                    events.ended(ended);
                }));
    }
}
