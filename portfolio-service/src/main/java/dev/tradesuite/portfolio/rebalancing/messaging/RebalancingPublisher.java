package dev.tradesuite.portfolio.rebalancing.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.RebalancingEvents;
import dev.tradesuite.portfolio.rebalancing.web.RebalancingMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Every state as {@code rebalancing.changed} on {@code portfolio.events}, keyed by account, through the outbox. */
@Component
final class RebalancingPublisher implements RebalancingEvents {

    private final Events events;

    RebalancingPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(PlannedRebalancing rebalancing) {
        events.publish(
                Topics.PORTFOLIO_EVENTS,
                rebalancing.account(),
                "rebalancing.changed",
                RebalancingMapper.changed(rebalancing));
    }
}
