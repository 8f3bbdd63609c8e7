package dev.tradesuite.risk.account.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.risk.account.Breach;
import dev.tradesuite.risk.account.BreachEvents;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells others of breaches on {@code risk.events}, through the outbox. The key is the account. */
@Component
class BreachPublisher implements BreachEvents {

    private final Events events;

    BreachPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void limitBreached(String accountId, Breach breach, Instant at) {
        events.publish(
                Topics.RISK_EVENTS,
                accountId,
                "limit.breached",
                new LimitBreached(accountId, breach.check(), breach.measured(), breach.limit(), at));
    }
}
