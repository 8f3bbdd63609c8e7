package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.risk.exposure.Breach;
import dev.tradesuite.risk.exposure.RiskEvents;
import dev.tradesuite.risk.limit.StateEntry;
import dev.tradesuite.risk.limit.StateEvents;
import dev.tradesuite.risk.limit.wire.LimitContracts;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells others on {@code risk.events}, through the outbox. The key is the account, or whose trading state it is. */
@Component
class RiskEventPublisher implements RiskEvents, StateEvents {

    private final Events events;

    RiskEventPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void limitBreached(String accountId, Breach breach, Instant at) {
        events.publish(
                Topics.RISK_EVENTS,
                accountId,
                "limit.breached",
                new LimitBreached(
                        accountId,
                        RiskCheckName.valueOf(breach.check().name()),
                        breach.measured(),
                        breach.limit(),
                        at));
    }

    @Override
    public void changed(StateEntry entry) {
        events.publish(Topics.RISK_EVENTS, entry.subject().id(), "trading_state.changed", LimitContracts.write(entry));
    }
}
