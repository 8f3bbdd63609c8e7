package dev.tradesuite.portfolio.lifecycle.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.lifecycle.LifecycleEvents;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.lifecycle.web.LifecycleMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Steps as {@code lifecycle.changed} on {@code portfolio.events}, through the outbox. */
@Component
final class LifecyclePublisher implements LifecycleEvents {

    private static final String LIFECYCLE_CHANGED = "lifecycle.changed";

    private final Events events;

    LifecyclePublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(LifecycleStep step) {
        events.publish(Topics.PORTFOLIO_EVENTS, step.move().code(), LIFECYCLE_CHANGED, LifecycleMapper.changed(step));
    }
}
