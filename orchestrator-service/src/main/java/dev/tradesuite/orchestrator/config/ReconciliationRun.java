package dev.tradesuite.orchestrator.config;

import dev.tradesuite.orchestrator.order.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reconciles at the start and from time to time. Part of the readiness: until the first run has come to its end, the
 * service takes no traffic, and an execute that comes all the same is answered with REJECT.
 */
@Component("reconciliationHealthIndicator")
final class ReconciliationRun implements ApplicationRunner, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRun.class);

    private final Reconciliation reconciliation;

    ReconciliationRun(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void run(ApplicationArguments args) {
        attempt();
    }

    @Scheduled(
            initialDelayString = "${suite.orchestrator.reconciliation.interval:30s}",
            fixedDelayString = "${suite.orchestrator.reconciliation.interval:30s}")
    void attempt() {
        try {
            if (reconciliation.isDone()) {
                reconciliation.again();
            } else {
                reconciliation.afterStart();
            }
            reconciliation.failure().ifPresent(failure -> LOG.warn("An order is not reconciled: {}", failure));
        } catch (RuntimeException e) {
            LOG.warn("Orders cannot be reconciled; tried again shortly", e);
        }
    }

    @Override
    public Health health() {
        Health.Builder health = reconciliation.isDone() ? Health.up() : Health.down();
        reconciliation.failure().ifPresent(failure -> health.withDetail("failure", failure));
        return health.build();
    }
}
