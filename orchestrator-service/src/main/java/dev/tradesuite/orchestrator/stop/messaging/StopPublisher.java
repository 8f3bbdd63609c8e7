package dev.tradesuite.orchestrator.stop.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.StopScope;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.TradingStopChanged;
import dev.tradesuite.orchestrator.stop.StopEvents;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Event {@code stop.changed} on {@code orders.events}, keyed by account, or by {@code all}. */
@Component
final class StopPublisher implements StopEvents {

    private static final String ALL = "all";

    private final Events events;

    StopPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(TradingStop stop, Instant at) {
        String account = stop.wish().accountId();
        TradingStop.Progress progress = stop.progress();
        events.publish(
                Topics.ORDERS_EVENTS,
                account == null ? ALL : account,
                "stop.changed",
                new TradingStopChanged(
                        stop.id(),
                        stop.wish().level(),
                        account == null ? StopScope.ALL : StopScope.ACCOUNT,
                        account,
                        stop.wish().reason(),
                        stop.wish().by(),
                        progress.state(),
                        progress.step(),
                        progress.state() == StopState.FAILED ? progress.waiting() : null,
                        progress.supersededBy(),
                        at));
    }
}
