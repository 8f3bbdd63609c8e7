package dev.tradesuite.orchestrator.cycle.messaging;

import dev.tradesuite.contracts.cycle.CycleCounts;
import dev.tradesuite.contracts.cycle.CycleEnded;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleEvents;
import dev.tradesuite.support.event.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Publishes through the outbox, and counts what ended. */
@Component
final class CyclePublisher implements CycleEvents {

    private final Events events;
    private final CycleMeters meters;

    CyclePublisher(Events events, MeterRegistry meters) {
        this.events = events;
        this.meters = new CycleMeters(meters);
    }

    @Override
    public void ended(Cycle cycle) {
        events.publish(Topics.CYCLES_RESULTS, Long.toString(cycle.portfolioId()), "cycle.ended", event(cycle));
        meters.ended(cycle);
    }

    private static CycleEnded event(Cycle cycle) {
        Cycle.End end = Objects.requireNonNull(cycle.end());
        return new CycleEnded(
                cycle.id(),
                cycle.portfolioId(),
                cycle.strategyType(),
                cycle.due().trigger(),
                cycle.status(),
                cycle.due().at(),
                cycle.startedAt(),
                end.at(),
                cycle.attempts(),
                end.counts() == null
                        ? null
                        : new CycleCounts(
                                end.counts().signals(),
                                end.counts().trades(),
                                end.counts().denied(),
                                end.counts().settled()),
                end.failure() == null
                        ? null
                        : new Reason(end.failure().code().name(), end.failure().detail()));
    }
}
