package dev.tradesuite.orchestrator.config;

import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.Leases;
import dev.tradesuite.orchestrator.cycle.Sweeper;
import dev.tradesuite.orchestrator.schedule.PlanDesk;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps cycles going. At fixed rates, because those run on threads of their own: a lease must not wait for a portfolio
 * list.
 */
@Component
final class CycleHousekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(CycleHousekeeping.class);

    private final Leases leases;
    private final Sweeper sweeper;
    private final PlanDesk plans;
    private final CycleStore cycles;
    private final CycleSettings settings;
    private final Clock clock;

    CycleHousekeeping(
            Leases leases, Sweeper sweeper, PlanDesk plans, CycleStore cycles, CycleSettings settings, Clock clock) {
        this.leases = leases;
        this.sweeper = sweeper;
        this.plans = plans;
        this.cycles = cycles;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${suite.orchestrator.cycles.renewal:5s}")
    void renewLeases() {
        leases.renew();
    }

    @Scheduled(fixedRateString = "${suite.orchestrator.cycles.sweep:2s}")
    void sweep() {
        sweeper.sweep();
    }

    @Scheduled(fixedRateString = "${suite.orchestrator.cycles.schedule.sync:5m}")
    void learnPortfolios() {
        try {
            plans.learnAll();
        } catch (ServiceUnavailableException e) {
            LOG.info("The schedule is not compared with the portfolios for now: {}", e.getMessage());
        }
    }

    @Scheduled(initialDelayString = "1m", fixedRateString = "1h")
    void forget() {
        cycles.forget(clock.instant().minus(settings.keep()));
    }
}
