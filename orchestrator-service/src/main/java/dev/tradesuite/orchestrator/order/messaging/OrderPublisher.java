package dev.tradesuite.orchestrator.order.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.contracts.orchestrator.ProtectiveOrder;
import dev.tradesuite.orchestrator.order.OrderFill;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrderEvents;
import dev.tradesuite.orchestrator.order.web.FilledOrderMapper;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Events {@code order.filled}, {@code order.closed} and {@code order.protection} on {@code orders.events}, keyed by
 * account.
 */
@Component
final class OrderPublisher implements TradeOrderEvents {

    private final Events events;

    OrderPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void filled(TradeOrder order, OrderFill fill, boolean complete, List<TradeOrder> protection) {
        publish(order, "order.filled", FilledOrderMapper.filled(order, fill, complete, protective(protection)));
    }

    @Override
    public void closed(TradeOrder order, @Nullable List<TradeOrder> protection) {
        Reason cause = Objects.requireNonNull(order.cause(), "an order that ended says why");
        publish(
                order,
                "order.closed",
                new OrderClosed(
                        order.id(),
                        order.clientOrderId(),
                        order.origin().accountId(),
                        order.terms().symbol(),
                        order.status(),
                        order.filledLots().value(),
                        cause,
                        order.updatedAt(),
                        protection == null ? null : protective(protection)));
    }

    @Override
    public void protection(String accountId, String symbol, List<TradeOrder> protection, Instant at) {
        events.publish(
                Topics.ORDERS_EVENTS,
                accountId,
                "order.protection",
                new ProtectionChanged(accountId, symbol, protective(protection), at));
    }

    private static List<ProtectiveOrder> protective(List<TradeOrder> orders) {
        return orders.stream()
                .map(order -> new ProtectiveOrder(
                        order.id(),
                        order.terms().side(),
                        order.terms().type(),
                        order.unfilledLots().value(),
                        order.terms().limitPrice(),
                        order.terms().stopPrice(),
                        order.terms().trailingStop() == null
                                ? null
                                : order.terms().trailingStop().value()))
                .toList();
    }

    private void publish(TradeOrder order, String type, Object data) {
        events.publish(Topics.ORDERS_EVENTS, order.origin().accountId(), type, data);
    }
}
