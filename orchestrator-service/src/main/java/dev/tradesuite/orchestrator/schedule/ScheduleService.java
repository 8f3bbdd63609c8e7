package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.PortfolioDirectory;
import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the schedules in step with the portfolios. */
public final class ScheduleService {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleService.class);

    private final PortfolioDirectory portfolios;
    private final PortfolioSchedules schedules;
    private final ScheduleTimer timer;
    private final ScheduleView.Reader views;
    private final UnitOfWork work;
    private final Clock clock;

    public ScheduleService(
            PortfolioDirectory portfolios,
            PortfolioSchedules schedules,
            ScheduleTimer timer,
            ScheduleView.Reader views,
            UnitOfWork work,
            Clock clock) {
        this.portfolios = portfolios;
        this.schedules = schedules;
        this.timer = timer;
        this.views = views;
        this.work = work;
        this.clock = clock;
    }

    /** Reads every portfolio; what an event was missed for is made good. */
    public void learnAll() {
        for (PortfolioRef portfolio : portfolios.all()) {
            try {
                learn(portfolio);
            } catch (RuntimeException e) {
                LOG.warn("The schedule of portfolio {} is not brought up to date for now", portfolio.id(), e);
            }
        }
    }

    /** Takes a portfolio as it is now; older news than the latest is ignored. */
    public void learn(PortfolioRef portfolio) {
        work.durable(() -> {
            Optional<PortfolioSchedule> known = schedules.findAndLock(portfolio.id());
            if (known.isPresent() && known.get().sequence() > portfolio.sequence()) {
                return;
            }
            PortfolioSchedule schedule =
                    known.map(before -> before.changed(portfolio)).orElseGet(() -> PortfolioSchedule.first(portfolio));
            if (known.isEmpty() || !known.get().equals(schedule)) {
                schedules.put(schedule);
            }
            boolean sameTimes = known.filter(before -> before.active() == schedule.active()
                            && before.schedule().equals(schedule.schedule()))
                    .isPresent();
            wake(schedule, sameTimes);
        });
    }

    private void wake(PortfolioSchedule schedule, boolean sameTimes) {
        if (!schedule.active()) {
            timer.clear(schedule.portfolioId());
            return;
        }
        Instant now = clock.instant();
        views.read(schedule.schedule()).first(schedule.lastDueAt(), now).ifPresent(due -> {
            if (sameTimes) {
                timer.setIfAbsent(schedule.portfolioId(), due);
            } else {
                timer.set(schedule.portfolioId(), due);
            }
        });
    }
}
