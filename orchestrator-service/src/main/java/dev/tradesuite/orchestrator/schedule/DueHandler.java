package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.DueCycle;
import dev.tradesuite.orchestrator.cycle.DueCycles;
import dev.tradesuite.orchestrator.cycle.StrategyQueues;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What happens when a portfolio is due. */
public final class DueHandler {

    private final PortfolioSchedules schedules;
    private final DueCycles cycles;
    private final StrategyQueues queues;
    private final ScheduleView.Reader views;
    private final UnitOfWork work;
    private final Clock clock;

    public DueHandler(
            PortfolioSchedules schedules,
            DueCycles cycles,
            StrategyQueues queues,
            ScheduleView.Reader views,
            UnitOfWork work,
            Clock clock) {
        this.schedules = schedules;
        this.cycles = cycles;
        this.queues = queues;
        this.views = views;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Starts the cycle of a portfolio that is due, unless the portfolio was paused. Twice is the same as once.
     *
     * @return when the portfolio is due after that; empty when it is not any more
     */
    public Optional<Instant> due(long portfolioId, Instant dueAt) {
        // Not waited for the disk: the next due time is stored after this, and brings it along.
        Optional<PortfolioSchedule> schedule = work.relaxed(() -> {
            Optional<PortfolioSchedule> active = schedules.noteDue(portfolioId, dueAt);
            active.ifPresent(found -> cycles.note(cycle(found, dueAt)));
            return active;
        });
        schedule.ifPresent(found -> queues.submit(cycle(found, dueAt)));
        return schedule.flatMap(found -> views.read(found.schedule()).after(dueAt, clock.instant()));
    }

    private static DueCycle cycle(PortfolioSchedule schedule, Instant dueAt) {
        return DueCycle.scheduled(schedule.portfolioId(), schedule.strategyType(), dueAt);
    }
}
