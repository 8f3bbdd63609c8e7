package dev.tradesuite.orchestrator.trade.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.DecisionDocuments;
import dev.tradesuite.orchestrator.trade.StepDocument;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeDecision.Findings;
import dev.tradesuite.support.problem.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes decisions as documents: {@link dev.tradesuite.contracts.orchestrator.TradeDecision}.
 *
 * <p>What is stored, what answers the request and what answers a repeat are the same text. What the steps answered is
 * in it as they wrote it.
 */
@Component
public final class DecisionMapper implements DecisionDocuments {

    private static final double NANOS_PER_MICRO = 1_000;

    private final OrderMapper orders;
    private final Problems traces;
    private final JsonMapper json;

    public DecisionMapper(OrderMapper orders, Problems traces, JsonMapper json) {
        this.orders = orders;
        this.traces = traces;
        this.json = json;
    }

    @Override
    public String written(TradeDecision decision) {
        Findings findings = decision.findings();
        return json.writeValueAsString(new Document(
                decision.id(),
                decision.idea().symbol(),
                decision.idea().source(),
                decision.idea().view() == null ? null : decision.idea().view().model(),
                findings.side(),
                decision.outcome().decision(),
                decision.canExecute(),
                lotSize(decision),
                entryPrice(decision),
                findings.stopLossPrice(),
                decision.idea().exit().takeProfitPrice(),
                findings.verdict() == null ? null : findings.verdict().level(),
                findings.verdict() == null ? null : findings.verdict().stateScope(),
                new Workflow(
                        findings.signal() == null
                                ? null
                                : text(findings.signal().votes()),
                        findings.size() == null ? null : text(findings.size().arithmetic()),
                        findings.verdict() == null
                                ? null
                                : text(findings.verdict().checks())),
                decision.outcome().reasons(),
                decision.outcome().warnings(),
                decision.label(),
                decision.idea().accountId().orElse(null),
                decision.inputHash(),
                traces.traceId(),
                decision.times().requestedAt(),
                decision.times().decidedAt(),
                millis(decision.times().elapsed()),
                timings(decision.times().steps()),
                executionResult(decision)));
    }

    @Override
    public Completed completed(String draft, TradeOrder order) {
        boolean neverSent =
                order.status() == OrderStatus.CANCELLED && order.fills().isEmpty();
        Decision decision = neverSent ? Decision.REJECT : Decision.PROCEED;
        List<Reason> reasons = new ArrayList<>(List.of(TradeReason.RECOVERED.reason()));
        if (order.cause() != null) {
            reasons.add(order.cause());
        }
        ObjectNode document = (ObjectNode) json.readTree(draft);
        document.set("decision", json.valueToTree(decision));
        document.put("can_execute", !neverSent);
        document.set("reasons", json.valueToTree(reasons));
        document.set("decided_at", json.valueToTree(order.updatedAt()));
        document.set("execution_result", json.valueToTree(orders.executionResult(order)));
        return new Completed(decision, json.writeValueAsString(document));
    }

    private @Nullable ExecutionResult executionResult(TradeDecision decision) {
        if (decision.approval() != null) {
            return orders.executionResult(
                    decision.approval().id(), decision.approval().clientOrderId());
        }
        return decision.order() == null ? null : orders.executionResult(decision.order());
    }

    private static BigDecimal entryPrice(TradeDecision decision) {
        Side side = decision.findings().side();
        return side == null ? decision.idea().statedPrice() : decision.idea().entryPrice(side);
    }

    /** Nothing is traded on HOLD. */
    private static @Nullable BigDecimal lotSize(TradeDecision decision) {
        Lots lots = decision.findings().lots();
        if (lots != null) {
            return lots.value();
        }
        return decision.outcome().decision() == Decision.HOLD ? BigDecimal.ZERO : null;
    }

    private static String text(StepDocument document) {
        return document.text();
    }

    private static Map<String, Double> timings(Map<String, Duration> steps) {
        Map<String, Double> millis = new LinkedHashMap<>();
        steps.forEach((step, time) -> millis.put(step, millis(time)));
        return millis;
    }

    /** Milliseconds with 3 decimals. */
    private static double millis(Duration time) {
        return Math.round(time.toNanos() / NANOS_PER_MICRO) / 1_000.0;
    }

    /** As the record of the contracts, field by field, but for the answers of the steps, which are written already. */
    private record Document(
            UUID decisionId,
            String symbol,
            DecisionSource source,
            @Nullable String model,
            @Nullable Side side,
            Decision decision,
            boolean canExecute,
            @Nullable BigDecimal lotSize,
            @Nullable BigDecimal entryPrice,
            @Nullable BigDecimal stopLossPrice,
            @Nullable BigDecimal takeProfitPrice,
            @Nullable RiskLevel riskLevel,
            @Nullable TradingStateScope tradingStateScope,
            Workflow workflow,
            List<Reason> reasons,
            List<Reason> warnings,
            RunLabel label,
            @Nullable String accountId,
            String inputHash,
            @Nullable String traceId,
            Instant requestedAt,
            Instant decidedAt,
            double executionTimeMs,
            Map<String, Double> timingsMs,
            @Nullable ExecutionResult executionResult) {}

    private record Workflow(
            @JsonRawValue @Nullable String brainSignal,
            @JsonRawValue @Nullable String positionSizing,
            @JsonRawValue @Nullable String riskChecks) {}
}
