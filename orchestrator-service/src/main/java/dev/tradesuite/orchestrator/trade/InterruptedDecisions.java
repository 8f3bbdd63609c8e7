package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.InterruptedOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.idempotency.Idempotency;
import java.util.UUID;
import java.util.function.Function;

/**
 * Completes what a crash left open: the decision document of an order, or the answer a repeat of a close gets. Does
 * nothing for an order whose request came to its end.
 */
public final class InterruptedDecisions implements InterruptedOrders {

    private final DecisionStore store;
    private final DecisionEvents events;
    private final Idempotency idempotency;
    private final Function<TradeOrder, String> answer;

    /** @param answer what a request is answered with that was for the order itself */
    public InterruptedDecisions(
            DecisionStore store, DecisionEvents events, Idempotency idempotency, Function<TradeOrder, String> answer) {
        this.store = store;
        this.events = events;
        this.idempotency = idempotency;
        this.answer = answer;
    }

    @Override
    public void settled(TradeOrder order) {
        UUID decisionId = order.origin().decisionId();
        if (decisionId == null) {
            idempotency.answerInterrupted(order.id(), answer.apply(order));
        } else {
            store.recover(decisionId, order).ifPresent(document -> events.recovered(document, order));
        }
    }
}
