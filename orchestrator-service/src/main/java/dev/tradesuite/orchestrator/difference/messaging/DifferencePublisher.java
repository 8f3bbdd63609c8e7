package dev.tradesuite.orchestrator.difference.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.BrokerDifference;
import dev.tradesuite.orchestrator.difference.PositionGap;
import dev.tradesuite.orchestrator.difference.PositionGapEvents;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Event {@code broker.difference} on {@code orders.events}, keyed by account. */
@Component
final class DifferencePublisher implements PositionGapEvents {

    private final Events events;

    DifferencePublisher(Events events) {
        this.events = events;
    }

    @Override
    public void apart(PositionGap gap) {
        publish(gap, null);
    }

    @Override
    public void cleared(PositionGap gap, Instant at) {
        publish(gap, at);
    }

    private void publish(PositionGap gap, @Nullable Instant clearedAt) {
        events.publish(
                Topics.ORDERS_EVENTS,
                gap.accountId(),
                "broker.difference",
                new BrokerDifference(
                        gap.accountId(),
                        gap.symbol(),
                        gap.broker(),
                        gap.brokerLots(),
                        gap.bookLots(),
                        gap.since(),
                        clearedAt));
    }
}
