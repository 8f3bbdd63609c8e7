package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.wire.OrderWriter;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.DecisionStore.Document;
import dev.tradesuite.support.idempotency.Idempotency;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes what a crash left open: the decision document of an order, and the answer a repeat of its request gets.
 * Does nothing for an order whose request came to its end.
 */
public final class InterruptedRequests implements Consumer<Order> {

    private final DecisionStore store;
    private final DecisionWriter decisions;
    private final OrderWriter orders;
    private final Idempotency idempotency;
    private final JsonMapper json;

    public InterruptedRequests(
            DecisionStore store,
            DecisionWriter decisions,
            OrderWriter orders,
            Idempotency idempotency,
            JsonMapper json) {
        this.store = store;
        this.decisions = decisions;
        this.orders = orders;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** @param order as its broker has it by now */
    @Override
    public void accept(Order order) {
        UUID decisionId = order.origin().decisionId();
        if (decisionId == null) {
            idempotency.answerInterrupted(order.id(), json.writeValueAsString(orders.order(order)));
            return;
        }
        store.findDraft(decisionId).ifPresent(draft -> {
            Document document = decisions.recovered(draft, order);
            store.update(document);
            idempotency.answerInterrupted(order.id(), document.json());
        });
    }
}
