package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.DecisionPage.DecisionSummary;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decisions in a line, out of their documents. */
@Component
final class DecisionSummaryMapper {

    private final JsonMapper json;

    DecisionSummaryMapper(JsonMapper json) {
        this.json = json;
    }

    DecisionSummary summary(DecisionDocument document) {
        TradeDecision decision = json.readValue(document.text(), TradeDecision.class);
        ExecutionResult result = decision.executionResult();
        return new DecisionSummary(
                document.id(),
                decision.requestedAt(),
                decision.accountId(),
                decision.symbol(),
                decision.decision(),
                decision.source(),
                decision.side(),
                decision.lotSize(),
                decision.entryPrice(),
                decision.reasons().getFirst(),
                decision.label(),
                result == null ? null : result.orderId(),
                result == null ? null : result.status());
    }
}
