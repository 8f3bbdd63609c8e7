package dev.tradesuite.orchestrator.cycle.messaging;

import dev.tradesuite.contracts.cycle.CycleRequested;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.Dispatcher;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes cycles that are due. It only hands them on, so that no cycle waits behind a slow one of its partition; the
 * claim of a cycle makes a repeated message harmless, and the sweeper finds what a crash left here.
 */
@Component
final class CycleListener {

    private final CycleStore store;
    private final Dispatcher dispatcher;
    private final Inbox inbox;

    CycleListener(CycleStore store, Dispatcher dispatcher, Inbox inbox) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.inbox = inbox;
    }

    @KafkaListener(topics = Topics.CYCLES_REQUESTS, groupId = "orchestrator-service-cycles")
    void on(EventEnvelope<JsonNode> event) {
        if (!event.type().equals("cycle.requested")) {
            return;
        }
        CycleRequested requested = checked(inbox.read(event, CycleRequested.class));
        dispatcher.submit(store.find(requested.cycleId()).orElseGet(() -> added(requested)));
    }

    /** Somebody else asks for a cycle; from here on it is treated as our own. */
    private Cycle added(CycleRequested requested) {
        Cycle cycle = Cycle.requested(
                requested.cycleId(), requested.portfolioId(), "", requested.trigger(), requested.dueAt());
        store.add(cycle);
        return cycle;
    }

    @SuppressWarnings("ConstantValue") // A message may lack what the record promises.
    private static CycleRequested checked(CycleRequested requested) {
        if (requested.cycleId() == null
                || requested.portfolioId() <= 0
                || requested.trigger() == null
                || requested.dueAt() == null) {
            throw new IllegalArgumentException("a requested cycle needs cycle_id, portfolio_id, trigger and due_at");
        }
        return requested;
    }
}
