package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.contracts.orchestrator.TradeDecision.Workflow;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.Assessment;
import dev.tradesuite.orchestrator.trade.DecisionStore.Document;
import dev.tradesuite.orchestrator.trade.Funds;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.problem.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes decisions as documents.
 *
 * <p>The document is written once: what is stored, what answers the request and what answers a repeat are the same.
 */
public final class DecisionWriter {

    private static final double NANOS_PER_MICRO = 1_000;

    private final OrderMapper orders;
    private final Problems traces;
    private final JsonMapper json;

    public DecisionWriter(OrderMapper orders, Problems traces, JsonMapper json) {
        this.orders = orders;
        this.traces = traces;
        this.json = json;
    }

    /** The document of a decision. */
    public Document document(TradeDecision decision, boolean draft) {
        String hash = inputHash(decision);
        return new Document(
                decision.id(),
                accountId(decision),
                decision.idea().symbol(),
                decision.decision(),
                decision.label(),
                draft,
                hash,
                decision.requestedAt(),
                json.writeValueAsString(record(decision, hash)));
    }

    /** The document of an execution that was interrupted, completed with what became of its order. */
    public Document recovered(String draft, TradeOrder order) {
        dev.tradesuite.contracts.orchestrator.TradeDecision before = read(draft);
        boolean neverSent =
                order.status() == OrderStatus.CANCELLED && order.fills().isEmpty();
        List<Reason> reasons = new ArrayList<>(List.of(TradeReason.RECOVERED.reason()));
        if (order.cause() != null) {
            reasons.add(order.cause());
        }
        dev.tradesuite.contracts.orchestrator.TradeDecision after =
                new dev.tradesuite.contracts.orchestrator.TradeDecision(
                        before.decisionId(),
                        before.symbol(),
                        before.side(),
                        neverSent ? Decision.REJECT : Decision.PROCEED,
                        !neverSent,
                        before.lotSize(),
                        before.entryPrice(),
                        before.stopLossPrice(),
                        before.takeProfitPrice(),
                        before.riskLevel(),
                        before.workflow(),
                        reasons,
                        before.warnings(),
                        before.label(),
                        before.accountId(),
                        before.inputHash(),
                        before.traceId(),
                        before.requestedAt(),
                        order.updatedAt(),
                        before.executionTimeMs(),
                        before.timingsMs(),
                        orders.executionResult(order));
        return new Document(
                after.decisionId(),
                after.accountId(),
                after.symbol(),
                after.decision(),
                after.label(),
                false,
                after.inputHash(),
                after.requestedAt(),
                json.writeValueAsString(after));
    }

    /** A stored document with its fields in the order of the record; the database does not keep it. */
    public String inOrder(String document) {
        return json.writeValueAsString(read(document));
    }

    private dev.tradesuite.contracts.orchestrator.TradeDecision read(String document) {
        return json.readValue(document, dev.tradesuite.contracts.orchestrator.TradeDecision.class);
    }

    private dev.tradesuite.contracts.orchestrator.TradeDecision record(TradeDecision decision, String hash) {
        RiskAssessment assessment = assessment(decision);
        return new dev.tradesuite.contracts.orchestrator.TradeDecision(
                decision.id(),
                decision.idea().symbol(),
                decision.side(),
                decision.decision(),
                decision.canExecute(),
                decision.lots() == null ? null : decision.lots().value(),
                decision.idea().entryPrice(),
                decision.stopLossPrice(),
                decision.idea().takeProfitPrice(),
                assessment == null ? null : assessment.riskLevel(),
                new Workflow(signal(decision), size(decision), assessment == null ? null : assessment.checks()),
                decision.reasons(),
                decision.warnings(),
                decision.label(),
                accountId(decision),
                hash,
                traces.traceId(),
                decision.requestedAt(),
                decision.decidedAt(),
                millis(decision.elapsed()),
                timings(decision.timings()),
                executionResult(decision));
    }

    /**
     * Hash of the request and of the answers, without anything that only tells when they were given: the same question
     * on the same data has the same hash.
     */
    private String inputHash(TradeDecision decision) {
        RiskAssessment assessment = assessment(decision);
        return Sha256.hex(json.writeValueAsBytes(new Inputs(
                decision.idea().request().as(TradeRequest.class),
                decision.signal() == null ? null : decision.signal().inputHash(),
                decision.funds() == null ? null : InputFunds.of(decision.funds()),
                new TreeMap<>(decision.conversionPrices()),
                size(decision),
                assessment == null ? null : assessment.checks())));
    }

    private static @Nullable BrainSignal signal(TradeDecision decision) {
        return decision.signal() == null ? null : decision.signal().evidence().as(BrainSignal.class);
    }

    private static @Nullable PositionSize size(TradeDecision decision) {
        return decision.size() == null ? null : decision.size().evidence().as(PositionSize.class);
    }

    private static @Nullable RiskAssessment assessment(TradeDecision decision) {
        Assessment assessment = decision.assessment();
        return assessment == null ? null : assessment.evidence().as(RiskAssessment.class);
    }

    private @Nullable ExecutionResult executionResult(TradeDecision decision) {
        return decision.order() == null ? null : orders.executionResult(decision.order());
    }

    private static @Nullable String accountId(TradeDecision decision) {
        return decision.idea().account() instanceof AccountChoice.InBooks(String id) ? id : null;
    }

    private static Map<String, Double> timings(Map<String, Duration> timings) {
        Map<String, Double> millis = new LinkedHashMap<>();
        timings.forEach((step, time) -> millis.put(step, millis(time)));
        return millis;
    }

    /** Milliseconds with 3 decimals. */
    private static double millis(Duration time) {
        return Math.round(time.toNanos() / NANOS_PER_MICRO) / 1_000.0;
    }

    private record Inputs(
            TradeRequest request,
            @Nullable String brain,
            @Nullable InputFunds account,
            Map<String, BigDecimal> conversionPrices,
            @Nullable PositionSize size,
            @Nullable List<RiskCheckResult> checks) {}

    private record InputFunds(String currency, BigDecimal equity) {

        static InputFunds of(Funds funds) {
            return new InputFunds(funds.currency(), funds.equity());
        }
    }
}
