package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.DueCycles;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What happens when a portfolio is due. */
public final class Ticks {

    private final Plans plans;
    private final DueCycles cycles;
    private final Timetable.Reader timetables;
    private final UnitOfWork work;
    private final Clock clock;

    public Ticks(Plans plans, DueCycles cycles, Timetable.Reader timetables, UnitOfWork work, Clock clock) {
        this.plans = plans;
        this.cycles = cycles;
        this.timetables = timetables;
        this.work = work;
        this.clock = clock;
    }

    /** Asks for the cycle of a portfolio that is due, unless the portfolio was paused. Twice is the same as once. */
    public void due(long portfolioId, Instant dueAt) {
        work.durable(() -> plans.findAndLock(portfolioId).filter(Plan::active).ifPresent(plan -> {
            cycles.ask(portfolioId, plan.strategyType(), dueAt);
            plans.noteDue(portfolioId, dueAt);
        }));
    }

    /** When the portfolio is due after that; empty when it is not any more. */
    public Optional<Instant> next(long portfolioId, Instant dueAt) {
        return plans.find(portfolioId)
                .filter(Plan::active)
                .flatMap(plan -> timetables.read(plan.schedule()).after(dueAt, clock.instant()));
    }
}
