package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.orchestrator.order.InterruptedOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.DecisionStore.Document;
import dev.tradesuite.support.idempotency.Idempotency;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes what a crash left open: the decision document of an order, and the answer a repeat of its request gets.
 * Does nothing for an order whose request came to its end.
 */
public final class InterruptedRequests implements InterruptedOrders {

    private final DecisionStore store;
    private final DecisionWriter decisions;
    private final OrderMapper orders;
    private final Idempotency idempotency;
    private final JsonMapper json;

    public InterruptedRequests(
            DecisionStore store,
            DecisionWriter decisions,
            OrderMapper orders,
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
    public void settled(TradeOrder order) {
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
