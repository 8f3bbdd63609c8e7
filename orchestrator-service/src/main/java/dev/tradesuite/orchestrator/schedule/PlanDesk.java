package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import dev.tradesuite.orchestrator.cycle.Portfolios;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the schedule in step with the portfolios. */
public final class PlanDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PlanDesk.class);

    private final Portfolios portfolios;
    private final Plans plans;
    private final Alarms alarms;
    private final Timetable.Reader timetables;
    private final UnitOfWork work;
    private final Clock clock;

    public PlanDesk(
            Portfolios portfolios,
            Plans plans,
            Alarms alarms,
            Timetable.Reader timetables,
            UnitOfWork work,
            Clock clock) {
        this.portfolios = portfolios;
        this.plans = plans;
        this.alarms = alarms;
        this.timetables = timetables;
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
            Optional<Plan> known = plans.findAndLock(portfolio.id());
            if (known.isPresent() && known.get().sequence() > portfolio.sequence()) {
                return;
            }
            Plan plan = known.map(before -> before.of(portfolio)).orElseGet(() -> Plan.first(portfolio));
            if (known.isEmpty() || !known.get().equals(plan)) {
                plans.put(plan);
            }
            boolean sameTimes = known.filter(before -> before.active() == plan.active()
                            && before.schedule().equals(plan.schedule()))
                    .isPresent();
            wake(plan, sameTimes);
        });
    }

    private void wake(Plan plan, boolean sameTimes) {
        if (!plan.active()) {
            alarms.clear(plan.portfolioId());
            return;
        }
        Instant now = clock.instant();
        timetables.read(plan.schedule()).first(plan.lastDueAt(), now).ifPresent(due -> {
            if (sameTimes) {
                alarms.setIfAbsent(plan.portfolioId(), due);
            } else {
                alarms.set(plan.portfolioId(), due);
            }
        });
    }
}
