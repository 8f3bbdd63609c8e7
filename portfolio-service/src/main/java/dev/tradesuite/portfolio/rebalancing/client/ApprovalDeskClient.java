package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import dev.tradesuite.portfolio.rebalancing.ApprovalDesk;
import dev.tradesuite.portfolio.rebalancing.PlannedOrder;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.PlannedTransfer;
import dev.tradesuite.portfolio.rebalancing.RebalancingPlan;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The approvals of the orchestrator. */
@Component
final class ApprovalDeskClient implements ApprovalDesk {

    private static final int CHECKS_SHOWN = 100;
    private static final int MESSAGE = 1_000;
    private static final int NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ApprovalsApi orchestrator;

    ApprovalDeskClient(ApprovalsApi orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Override
    public Standing ask(PlannedRebalancing rebalancing, Term term) {
        return standing(() -> orchestrator.ask("rebalancing-" + rebalancing.id(), request(rebalancing, term)));
    }

    @Override
    public Standing find(UUID id) {
        return standing(() -> orchestrator.approval(id));
    }

    private static Standing standing(Supplier<Approval> question) {
        try {
            return standing(question.get());
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Standing.Silent(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(Approval approval) {
        return switch (approval.state()) {
            case PENDING -> new Standing.Pending(approval.id(), approval.expiresAt());
            case APPROVED, EXECUTED, NOT_EXECUTED ->
                new Standing.Approved(
                        approval.id(), approval.payloadHash(), Objects.requireNonNull(approval.decidedAt()));
            case REJECTED ->
                new Standing.Rejected(
                        approval.id(),
                        Objects.requireNonNullElse(approval.decidedBy(), "somebody"),
                        Objects.requireNonNullElse(approval.reason(), "no"));
            case EXPIRED -> new Standing.Expired(approval.id());
        };
    }

    private static AskApprovalRequest request(PlannedRebalancing rebalancing, Term term) {
        RebalancingPlan plan = rebalancing.plan();
        Duration asked = term.pending().compareTo(LONGEST) > 0 ? LONGEST : term.pending();
        return new AskApprovalRequest(
                ApprovalKind.REBALANCE,
                "rebalancing " + rebalancing.id(),
                rebalancing.account(),
                String.format(
                        Locale.ROOT,
                        "Bring %s to version %d of its target by %d orders, turnover %.2f %%, cost about %s %s",
                        rebalancing.account(),
                        plan.basis().targetVersion(),
                        plan.orders().size(),
                        plan.turnover() * 100,
                        plan.cost().setScale(2, RoundingMode.HALF_EVEN).toPlainString(),
                        plan.basis().currency()),
                Map.of(
                        "rebalancing_id", rebalancing.id().toString(),
                        "account_id", rebalancing.account(),
                        "target_version", plan.basis().targetVersion(),
                        "valid_for_seconds", term.valid().toSeconds(),
                        "orders",
                                plan.orders().stream()
                                        .map(order -> written(order, rebalancing.id()))
                                        .toList(),
                        "transfers",
                                plan.transfers().stream()
                                        .map(ApprovalDeskClient::written)
                                        .toList()),
                rebalancing.planHash(),
                rebalancing.origin().askedBy(),
                checks(plan),
                Math.toIntExact(Math.max(1, asked.toSeconds())));
    }

    private static List<AskApprovalRequest.AskedCheck> checks(RebalancingPlan plan) {
        return plan.checks().stream()
                .limit(CHECKS_SHOWN)
                .map(check -> new AskApprovalRequest.AskedCheck(
                        cut(check.name(), NAME), check.passed(), cut(check.message(), MESSAGE)))
                .toList();
    }

    private static Map<String, Object> written(PlannedOrder order, UUID rebalancing) {
        PlannedOrder.Wanted wanted = order.wanted();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("number", order.number());
        written.put("client_order_id", order.clientOrderId(rebalancing));
        written.put("strategy", wanted.strategy());
        written.put("symbol", wanted.symbol());
        written.put("side", wanted.side().name());
        written.put("lots", wanted.lots());
        written.put("limit_price", wanted.limitPrice());
        wanted.stopPrice().ifPresent(price -> written.put("stop_loss_price", price));
        written.put("notional", order.worth().notional());
        return written;
    }

    private static Map<String, Object> written(PlannedTransfer transfer) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("number", transfer.number());
        written.put("strategy", transfer.strategy());
        written.put("portfolio_id", transfer.portfolio());
        written.put("amount", transfer.amount());
        written.put("bound", transfer.bound());
        return written;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
