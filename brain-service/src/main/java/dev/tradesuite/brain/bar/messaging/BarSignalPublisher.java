package dev.tradesuite.brain.bar.messaging;

import dev.tradesuite.brain.bar.BarSignalEvents;
import dev.tradesuite.brain.bar.ClosedBar;
import dev.tradesuite.brain.bar.JudgedBar;
import dev.tradesuite.brain.bar.web.BarSignalMapper;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Publishes {@code bar.signals} on {@code brain.signals}, keyed by symbol. */
@Component
final class BarSignalPublisher implements BarSignalEvents {

    private static final String BAR_SIGNALS = "bar.signals";

    private final Events events;

    BarSignalPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void publish(ClosedBar closed, JudgedBar judged) {
        events.publish(
                Topics.BRAIN_SIGNALS,
                closed.series().symbol(),
                BAR_SIGNALS,
                BarSignalMapper.onTheWire(judged, closed.source(), closed.label()));
    }
}
