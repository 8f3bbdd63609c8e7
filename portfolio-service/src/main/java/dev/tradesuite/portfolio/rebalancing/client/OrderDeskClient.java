package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.portfolio.rebalancing.OrderDesk;
import dev.tradesuite.portfolio.rebalancing.PlannedOrder;
import dev.tradesuite.portfolio.rebalancing.RebalancingLine;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders of the orchestrator: limit orders that are filled at once or not at all, each naming its strategy. */
@Component
final class OrderDeskClient implements OrderDesk {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int LOOKED_AT = 1_000;

    /** Steps that did not answer: nothing denies the order, and nobody allows it. */
    private static final Set<String> NOBODY_ASKED = Set.of(
            TradeReason.RISK_UNAVAILABLE.name(),
            TradeReason.BOOKS_UNAVAILABLE.name(),
            TradeReason.SIZING_UNAVAILABLE.name());

    private static final Set<String> STOPPED = Set.of(RiskReason.TRADING_HALTED.name(), RiskReason.REDUCE_ONLY.name());

    private static final Set<OrderStatus> ENDED = Set.of(
            OrderStatus.FILLED, OrderStatus.DENIED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    private final DirectOrdersApi orchestrator;

    OrderDeskClient(DirectOrdersApi orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Override
    public Verdict check(String account, PlannedOrder.Wanted order) {
        try {
            TradeDecision decision = orchestrator.place(null, request(account, order, null, null));
            if (decision.decision() == Decision.PROCEED) {
                return new Verdict.Allowed();
            }
            return decision.reasons().stream().map(Reason::code).anyMatch(NOBODY_ASKED::contains)
                    ? new Verdict.Silent(sentence(decision))
                    : new Verdict.Denied(sentence(decision), stop(decision));
        } catch (ServiceUnavailableException e) {
            return new Verdict.Silent(String.valueOf(e.getMessage()));
        } catch (RemoteProblemException e) {
            return e.status() == TOO_MANY
                    ? new Verdict.Silent(String.valueOf(e.getMessage()))
                    : new Verdict.Denied(String.valueOf(e.getMessage()), Stop.NOTHING);
        }
    }

    @Override
    public Answer send(String account, PlannedOrder.Wanted order, String clientOrderId, ApprovedLine line) {
        try {
            return answer(orchestrator.place(clientOrderId, request(account, order, clientOrderId, line)));
        } catch (ServiceUnavailableException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        } catch (RemoteProblemException e) {
            if (e.status() == TOO_MANY) {
                return new Answer.Silent(String.valueOf(e.getMessage()));
            }
            return e.status() == CONFLICT
                    ? sentBefore(account, order.symbol(), clientOrderId, e)
                    : new Answer.Refused(refusal(String.valueOf(e.getMessage())), Stop.NOTHING);
        }
    }

    @Override
    public Answer look(UUID orderId) {
        try {
            return new Answer.Placed(progress(orchestrator.order(orderId)));
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }

    /** There is an order of that key, or the first request is still on its way. */
    private Answer sentBefore(String account, String symbol, String clientOrderId, RemoteProblemException refusal) {
        try {
            return orchestrator.orders(account, symbol, LOOKED_AT).orders().stream()
                    .filter(order -> order.clientOrderId().equals(clientOrderId))
                    .findFirst()
                    .<Answer>map(order -> new Answer.Placed(progress(order)))
                    .orElseGet(() -> refusal.problem().code().equals(ProblemCode.IDEMPOTENCY_KEY_IN_USE.name())
                            ? new Answer.Silent(String.valueOf(refusal.getMessage()))
                            : new Answer.Refused(refusal(String.valueOf(refusal.getMessage())), Stop.NOTHING));
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }

    private static Answer answer(TradeDecision decision) {
        TradeDecision.ExecutionResult result = decision.executionResult();
        if (result != null && result.status() == OrderStatus.PENDING_APPROVAL) {
            return new Answer.Refused(
                    Reason.of(
                            RebalancingReason.ORDER_TOO_LARGE,
                            "The orchestrator asks for approval %s".formatted(result.approvalId())),
                    Stop.NOTHING);
        }
        if (result == null || result.orderId() == null || result.status() == OrderStatus.DENIED) {
            return new Answer.Refused(refusal(sentence(decision)), stop(decision));
        }
        return new Answer.Placed(new Progress(
                result.orderId(),
                filled(result.filledLots(), result.fillPrice()),
                !ENDED.contains(result.status()),
                Optional.ofNullable(result.reason())));
    }

    private static Progress progress(Order order) {
        return new Progress(
                order.orderId(),
                filled(order.filledLots(), order.averageFillPrice()),
                !ENDED.contains(order.status()),
                Optional.ofNullable(order.reason()));
    }

    private static RebalancingLine.Filled filled(BigDecimal lots, @Nullable BigDecimal price) {
        return new RebalancingLine.Filled(lots, Optional.ofNullable(price));
    }

    /** A trading state that does not say what it is about stops everything. */
    private static Stop stop(TradeDecision decision) {
        if (!isStopped(decision)) {
            return Stop.NOTHING;
        }
        return switch (decision.tradingStateScope()) {
            case STRATEGY, SYMBOL -> Stop.ITS_OWN;
            case ACCOUNT, PORTFOLIO, ALL -> Stop.EVERYTHING;
            case null -> Stop.EVERYTHING;
        };
    }

    /** Whether the trading state is among the reasons. */
    private static boolean isStopped(TradeDecision decision) {
        List<RiskCheckResult> checks = decision.workflow().riskChecks();
        return Stream.concat(
                        decision.reasons().stream().map(Reason::code),
                        checks == null
                                ? Stream.empty()
                                : checks.stream().map(check -> check.reason().name()))
                .anyMatch(STOPPED::contains);
    }

    private static String sentence(TradeDecision decision) {
        return decision.reasons().stream()
                .map(reason -> "%s: %s".formatted(reason.code(), reason.message()))
                .collect(Collectors.joining("; "));
    }

    private static Reason refusal(String message) {
        return Reason.of(RebalancingReason.ORDER_REFUSED, message);
    }

    /**
     * @param clientOrderId absent: only decided on
     * @param line that a person has approved; absent before that
     */
    private static PlaceOrderRequest request(
            String account, PlannedOrder.Wanted order, @Nullable String clientOrderId, @Nullable ApprovedLine line) {
        return new PlaceOrderRequest(
                account,
                order.symbol(),
                order.side(),
                order.lots(),
                null,
                null,
                null,
                OrderType.LIMIT,
                order.limitPrice(),
                null,
                TimeInForce.IOC,
                null,
                order.stopPrice()
                        .map(price -> new PlaceOrderRequest.Level(price, null))
                        .orElse(null),
                null,
                null,
                order.reduceOnly() ? true : null,
                order.strategy(),
                clientOrderId,
                clientOrderId == null ? true : null,
                null,
                line == null ? null : new PlaceOrderRequest.ApprovedLine(line.approval(), line.number()));
    }
}
