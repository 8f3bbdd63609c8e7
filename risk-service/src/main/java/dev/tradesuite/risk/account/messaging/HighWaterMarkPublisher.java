package dev.tradesuite.risk.account.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.risk.HighWaterMarkChanged;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.HighWaterMarkEvents;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Tells others of high-water marks that were put right on {@code risk.events}, through the outbox. */
@Component
class HighWaterMarkPublisher implements HighWaterMarkEvents {

    private final Events events;

    HighWaterMarkPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void highWaterMarkChanged(HighWaterMarkChange change) {
        events.publish(
                Topics.RISK_EVENTS,
                change.accountId(),
                "high_water_mark.changed",
                new HighWaterMarkChanged(
                        change.accountId(),
                        Amounts.even(change.from()),
                        Amounts.even(change.to()),
                        change.reason(),
                        change.person(),
                        change.at()));
    }
}
