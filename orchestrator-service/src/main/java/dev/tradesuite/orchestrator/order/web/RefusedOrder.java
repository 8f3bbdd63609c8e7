package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** An order that came to nothing is no success, whether it is told for the first time or repeated. */
final class RefusedOrder {

    private static final Set<OrderStatus> CAME_TO_NOTHING =
            EnumSet.of(OrderStatus.DENIED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    private RefusedOrder() {}

    /**
     * The answer, when its order has not ended unfilled.
     *
     * @param answer whose body is an order
     * @throws ProblemException with the reason and the way out, when the order came to nothing
     */
    static ResponseEntity<String> orSucceeded(ResponseEntity<String> answer, JsonMapper json) {
        Order order = json.readValue(Objects.requireNonNull(answer.getBody()), Order.class);
        if (CAME_TO_NOTHING.contains(order.status()) && order.filledLots().compareTo(BigDecimal.ZERO) == 0) {
            throw refused(order);
        }
        return answer;
    }

    private static ProblemException refused(Order order) {
        Reason why = Objects.requireNonNullElseGet(
                order.reason(), () -> new Reason(order.status().name(), "The order was not filled."));
        boolean silent = why.code().equals(TradeReason.RISK_UNAVAILABLE.name());
        return new ProblemException(
                silent ? ProblemCode.SERVICE_OFFLINE : ProblemCode.CONFLICT,
                "%s: %s Order %s is %s and nothing was filled. %s"
                        .formatted(
                                why.code(),
                                why.message(),
                                order.orderId(),
                                order.status().name().toLowerCase(Locale.ROOT),
                                wayOut(why)));
    }

    private static String wayOut(Reason why) {
        if (why.code().equals(RiskReason.TRADING_HALTED.name())) {
            return "Only cancels pass until a person ends the halt: PUT /api/v1/risk/trading-state.";
        }
        return "When that is settled, send it again with another Idempotency-Key.";
    }
}
