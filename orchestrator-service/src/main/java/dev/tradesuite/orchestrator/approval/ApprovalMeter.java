package dev.tradesuite.orchestrator.approval;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters {@code suite.approvals.pending} and {@code suite.approvals.oldest.age}: what waits for a person, and for how
 * long.
 */
final class ApprovalMeter implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalMeter.class);

    private final Approvals approvals;
    private final Clock clock;

    ApprovalMeter(Approvals approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("suite.approvals.pending", () -> read(Approvals.Backlog::pending))
                .description("Approvals that wait for a person")
                .register(registry);
        Gauge.builder(
                        "suite.approvals.oldest.age",
                        () -> read(backlog -> backlog.oldestAge(clock.instant()).toSeconds()))
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(registry);
    }

    /** Not a number while the database does not answer. */
    private double read(ToDoubleFunction<Approvals.Backlog> figure) {
        try {
            return figure.applyAsDouble(approvals.backlog());
        } catch (RuntimeException e) {
            LOG.debug("What waits for a person is not known for now", e);
            return Double.NaN;
        }
    }
}
