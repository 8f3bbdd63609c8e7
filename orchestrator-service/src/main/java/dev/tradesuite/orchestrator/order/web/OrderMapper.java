package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders as records of the contracts; also for other features whose answers carry an order. */
@Component
public final class OrderMapper {

    private static final int PIP_SCALE = 4;

    private final InstrumentCatalog catalog;

    public OrderMapper(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** The order with its history. */
    public Order order(TradeOrder order) {
        return order(order, List.of());
    }

    /** The same as the answer to a request that there is something to say of. */
    public Order order(TradeOrder order, List<Reason> warnings) {
        TradeTerms terms = order.terms();
        return new Order(
                order.id(),
                order.clientOrderId(),
                order.origin().decisionId(),
                order.origin().parentOrderId(),
                order.origin().replacesOrderId(),
                order.origin().accountId(),
                terms.symbol(),
                terms.side(),
                terms.type(),
                terms.lots().value(),
                order.filledLots().value(),
                order.averageFillPrice().orElse(null),
                terms.limitPrice(),
                terms.stopPrice(),
                terms.timeInForce(),
                terms.protection().stopLossPrice(),
                terms.protection().takeProfitPrice(),
                trailing(terms),
                terms.expiresAt(),
                terms.reduceOnly(),
                order.status(),
                order.cause(),
                order.venue().broker(),
                order.venue().label(),
                order.history().stream()
                        .map(entered -> new Order.StateChange(entered.status(), entered.at()))
                        .toList(),
                order.createdAt(),
                order.updatedAt(),
                warnings.isEmpty() ? null : warnings);
    }

    /**
     * An answer whose body is an order, when that has not ended unfilled.
     *
     * @throws ProblemException with the reason and the way out, when the order came to nothing
     */
    public ResponseEntity<String> unlessRefused(ResponseEntity<String> answer, JsonMapper json) {
        return RefusedOrder.orSucceeded(answer, json);
    }

    /**
     * Refuses an end of an order that is not ahead; asked when the work begins, so that a repeat is answered all the
     * same.
     *
     * @throws ProblemException when it is not in the future
     */
    public void requireAhead(@Nullable Instant expiresAt, Instant now) {
        ExpiryRule.check(expiresAt, now);
    }

    /**
     * Refuses a time of a list that ends before it begins.
     *
     * @throws ProblemException when it does
     */
    public void requirePeriod(@Nullable Instant from, @Nullable Instant to) {
        OpenedPeriod.check(from, to);
    }

    /** What becomes of an order that somebody has to approve first. */
    public ExecutionResult executionResult(UUID approvalId, String clientOrderId) {
        return new ExecutionResult(
                null,
                clientOrderId,
                OrderStatus.PENDING_APPROVAL,
                approvalId,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What became of an order that a decision has sent. */
    public ExecutionResult executionResult(TradeOrder order) {
        return new ExecutionResult(
                order.id(),
                order.clientOrderId(),
                order.status(),
                null,
                order.filledLots().value(),
                order.averageFillPrice().orElse(null),
                order.commission().orElse(null),
                slippagePips(order).orElse(null),
                order.venue().broker(),
                order.at(OrderStatus.SUBMITTED).orElse(null),
                lastFillAt(order),
                order.cause());
    }

    private static @Nullable BigDecimal trailing(TradeTerms terms) {
        Pips distance =
                terms.reduceOnly() ? terms.trailingStop() : terms.protection().trailingStop();
        return distance == null ? null : distance.value();
    }

    /** How far the fills are from the wanted price, positive is worse: (price - wanted) x sign / pip size. */
    private Optional<BigDecimal> slippagePips(TradeOrder order) {
        Optional<Instrument> instrument = catalog.find(order.terms().symbol());
        return order.averageFillPrice()
                .flatMap(price -> instrument.map(found -> Amounts.stripped(price.subtract(order.wantedPrice())
                        .multiply(BigDecimal.valueOf(order.terms().side().sign()))
                        .divide(found.pipSize(), PIP_SCALE, RoundingMode.HALF_EVEN))));
    }

    private static @Nullable Instant lastFillAt(TradeOrder order) {
        return order.fills().isEmpty() ? null : order.fills().getLast().filledAt();
    }
}
