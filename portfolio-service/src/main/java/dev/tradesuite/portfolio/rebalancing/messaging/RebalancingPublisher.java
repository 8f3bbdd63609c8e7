package dev.tradesuite.portfolio.rebalancing.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.RebalancingEvents;
import dev.tradesuite.portfolio.rebalancing.web.RebalancingMapper;
import dev.tradesuite.support.event.Events;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Every state as {@code rebalancing.changed} on {@code portfolio.events}, keyed by account, through the outbox. Meter
 * {@code suite.portfolio.rebalancings} counts those that are over by their final state.
 */
@Component
final class RebalancingPublisher implements RebalancingEvents {

    private final Events events;
    private final MeterRegistry meters;

    RebalancingPublisher(Events events, MeterRegistry meters) {
        this.events = events;
        this.meters = meters;
    }

    @Override
    public void changed(PlannedRebalancing rebalancing) {
        events.publish(
                Topics.PORTFOLIO_EVENTS,
                rebalancing.account(),
                "rebalancing.changed",
                RebalancingMapper.changed(rebalancing));
        if (rebalancing.isOver()) {
            Counter.builder("suite.portfolio.rebalancings")
                    .description("Rebalancings that are over")
                    .tag("state", rebalancing.state().name())
                    .register(meters)
                    .increment();
        }
    }
}
