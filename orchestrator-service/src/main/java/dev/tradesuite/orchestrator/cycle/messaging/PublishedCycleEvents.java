package dev.tradesuite.orchestrator.cycle.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleEvents;
import dev.tradesuite.orchestrator.cycle.wire.CycleMeters;
import dev.tradesuite.orchestrator.cycle.wire.CycleWriter;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Publishes through the outbox, and counts what ended. */
@Component
final class PublishedCycleEvents implements CycleEvents {

    private final Events events;
    private final CycleWriter writer;
    private final CycleMeters meters;

    PublishedCycleEvents(Events events, CycleWriter writer, CycleMeters meters) {
        this.events = events;
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public void requested(Cycle cycle) {
        events.publish(Topics.CYCLES_REQUESTS, key(cycle), "cycle.requested", CycleWriter.requested(cycle));
    }

    @Override
    public void ended(Cycle cycle) {
        events.publish(Topics.CYCLES_RESULTS, key(cycle), "cycle.ended", writer.cycle(cycle));
        meters.ended(cycle);
    }

    private static String key(Cycle cycle) {
        return Long.toString(cycle.portfolioId());
    }
}
