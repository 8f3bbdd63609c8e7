package dev.tradesuite.portfolio.following.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.portfolio.following.FollowReply;
import dev.tradesuite.portfolio.following.FollowStep;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the orchestrator says about an order. */
final class FollowReplyMapper {

    private static final Set<OrderStatus> CAME_TO_NOTHING =
            EnumSet.of(OrderStatus.DENIED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    /** Who says so could not decide; nothing was sent. */
    private static final Set<String> NOT_NOW = EnumSet.of(
                    TradeReason.ORDERS_RECONCILING,
                    TradeReason.SIZING_UNAVAILABLE,
                    TradeReason.BOOKS_UNAVAILABLE,
                    TradeReason.RISK_UNAVAILABLE)
            .stream()
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private FollowReplyMapper() {}

    static FollowReply reply(TradeDecision decision) {
        ExecutionResult execution = decision.executionResult();
        if (execution == null) {
            Reason why = told(decision.reasons());
            return NOT_NOW.contains(why.code()) ? new FollowReply.NotNow(why) : new FollowReply.Refused(why);
        }
        Reason reason = execution.reason();
        return reply(
                new FollowStep.Ordered(execution.orderId(), execution.status()),
                execution.filledLots(),
                reason == null ? told(decision.reasons()) : reason);
    }

    static FollowReply reply(Order order) {
        return reply(new FollowStep.Ordered(order.orderId(), order.status()), order.filledLots(), order.reason());
    }

    private static FollowReply reply(FollowStep.Ordered order, BigDecimal filled, @Nullable Reason reason) {
        if (!CAME_TO_NOTHING.contains(order.status()) || filled.signum() > 0) {
            return new FollowReply.Ordered(order);
        }
        return new FollowReply.Refused(
                reason == null
                        ? Reason.of(FollowingReason.ORDER_REFUSED, "The order is %s.".formatted(order.status()))
                        : reason);
    }

    /** The first reason that says more than that risk denied. */
    private static Reason told(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.code().equals(TradeReason.RISK_DENIED.name()))
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .orElseGet(() -> Reason.of(FollowingReason.ORDER_REFUSED, FollowingReason.ORDER_REFUSED.sentence()));
    }
}
