package dev.tradesuite.risk.state.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateEvents;
import dev.tradesuite.risk.state.web.TradingStateMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Tells others of trading states on {@code risk.events}, through the outbox. The key is whose trading state it is. */
@Component
class TradingStatePublisher implements StateEvents {

    private final Events events;

    TradingStatePublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(StateEntry entry) {
        events.publish(
                Topics.RISK_EVENTS,
                entry.subject().eventKey(),
                "trading_state.changed",
                TradingStateMapper.info(entry));
    }
}
