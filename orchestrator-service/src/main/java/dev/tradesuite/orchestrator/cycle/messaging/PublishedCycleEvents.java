package dev.tradesuite.orchestrator.cycle.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleEvents;
import dev.tradesuite.orchestrator.cycle.wire.CycleWriter;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Publishes through the outbox. */
@Component
final class PublishedCycleEvents implements CycleEvents {

    private final Events events;
    private final CycleWriter writer;

    PublishedCycleEvents(Events events, CycleWriter writer) {
        this.events = events;
        this.writer = writer;
    }

    @Override
    public void requested(Cycle cycle) {
        events.publish(Topics.CYCLES_REQUESTS, key(cycle), "cycle.requested", CycleWriter.requested(cycle));
    }

    @Override
    public void ended(Cycle cycle) {
        events.publish(Topics.CYCLES_RESULTS, key(cycle), "cycle.ended", writer.cycle(cycle));
    }

    private static String key(Cycle cycle) {
        return Long.toString(cycle.portfolioId());
    }
}
