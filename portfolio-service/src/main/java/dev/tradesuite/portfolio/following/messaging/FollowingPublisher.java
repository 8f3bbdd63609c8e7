package dev.tradesuite.portfolio.following.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowingEvents;
import dev.tradesuite.portfolio.following.web.FollowingMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Steps as {@code strategy.followed} on {@code portfolio.events}, through the outbox. */
@Component
final class FollowingPublisher implements FollowingEvents {

    private static final String STRATEGY_FOLLOWED = "strategy.followed";

    private final Events events;

    FollowingPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void followed(FollowStep step) {
        events.publish(Topics.PORTFOLIO_EVENTS, step.key().strategy(), STRATEGY_FOLLOWED, FollowingMapper.step(step));
    }
}
