package dev.tradesuite.portfolio.rebalancing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters {@code suite.portfolio.rebalancings.waiting} and {@code suite.portfolio.rebalancings.oldest.age}: what is
 * approved and not yet over, and for how long nothing has changed about the oldest of it.
 */
final class RebalancingMeter implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingMeter.class);

    private final RebalancingStore store;
    private final Clock clock;

    RebalancingMeter(RebalancingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "suite.portfolio.rebalancings.waiting",
                        () -> read(backlog -> backlog.approved() + backlog.executing()))
                .description("Rebalancings that are approved and not yet over")
                .register(registry);
        Gauge.builder(
                        "suite.portfolio.rebalancings.oldest.age",
                        () -> read(backlog -> backlog.oldestAge(clock.instant()).toSeconds()))
                .baseUnit("seconds")
                .description("For how long nothing has changed about the oldest of them")
                .register(registry);
    }

    /** Not a number while the database does not answer. */
    private double read(ToDoubleFunction<RebalancingStore.Backlog> figure) {
        try {
            return figure.applyAsDouble(store.backlog());
        } catch (RuntimeException e) {
            LOG.debug("What is under way is not known for now", e);
            return Double.NaN;
        }
    }
}
