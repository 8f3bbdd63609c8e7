package dev.tradesuite.orchestrator.trade.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionMade;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionEvents;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.support.problem.Problems;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Event {@code decision.made} on {@code orders.events}, keyed by account, or by decision where it supposes one. */
@Component
final class DecisionPublisher implements DecisionEvents {

    private final Events events;
    private final Problems traces;
    private final JsonMapper json;

    DecisionPublisher(Events events, Problems traces, JsonMapper json) {
        this.events = events;
        this.traces = traces;
        this.json = json;
    }

    @Override
    public void made(TradeDecision decision) {
        TradeOrder order = decision.order();
        publish(new DecisionMade(
                decision.id(),
                decision.idea().accountId().orElse(null),
                decision.idea().symbol(),
                decision.outcome().decision(),
                decision.idea().source(),
                decision.findings().side(),
                lotSize(decision),
                decision.outcome().reasons().getFirst(),
                decision.label(),
                decision.idea().strategy(),
                order == null ? null : order.id(),
                traces.traceId(),
                decision.times().decidedAt()));
    }

    /** The trace is that of the request, not of whoever found the order. */
    @Override
    public void recovered(DecisionDocument document, TradeOrder order) {
        var decision = json.readValue(document.text(), dev.tradesuite.contracts.orchestrator.TradeDecision.class);
        publish(new DecisionMade(
                document.id(),
                decision.accountId(),
                decision.symbol(),
                decision.decision(),
                decision.source(),
                decision.side(),
                decision.lotSize(),
                decision.reasons().getFirst(),
                decision.label(),
                order.origin().strategy(),
                order.id(),
                decision.traceId(),
                decision.decidedAt()));
    }

    private void publish(DecisionMade made) {
        String account = made.accountId();
        events.publish(
                Topics.ORDERS_EVENTS, account == null ? made.decisionId().toString() : account, "decision.made", made);
    }

    /** Nothing is traded on HOLD. */
    private static @Nullable BigDecimal lotSize(TradeDecision decision) {
        Lots lots = decision.findings().lots();
        if (lots != null) {
            return lots.value();
        }
        return decision.outcome().decision() == Decision.HOLD ? BigDecimal.ZERO : null;
    }
}
