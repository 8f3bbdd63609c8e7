package dev.tradesuite.orchestrator.order.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.orchestrator.order.Fill;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.OrderEvents;
import dev.tradesuite.orchestrator.order.wire.OrderWriter;
import dev.tradesuite.support.event.Events;
import java.math.BigDecimal;
import java.util.Objects;

/** Events {@code order.filled} and {@code order.closed} on {@code orders.events}, keyed by account. */
public final class PublishedOrderEvents implements OrderEvents {

    private final Events events;
    private final RunLabel label;

    /** @param label what the fills are */
    public PublishedOrderEvents(Events events, RunLabel label) {
        this.events = events;
        this.label = label;
    }

    @Override
    public void filled(Order order, Fill fill, boolean complete) {
        publish(
                order,
                "order.filled",
                new OrderFilled(
                        fill.id(),
                        order.id(),
                        order.clientOrderId(),
                        order.origin().accountId(),
                        order.terms().symbol(),
                        OrderWriter.side(order.terms().side()),
                        fill.lots().value(),
                        fill.price(),
                        filledUpTo(order, fill),
                        complete,
                        fill.commission(),
                        fill.conversionRate(),
                        fill.conversionPrices(),
                        order.origin().leverage().isStated()
                                ? order.origin().leverage().value()
                                : null,
                        order.terms().protection().stopLossPrice(),
                        order.terms().reduceOnly(),
                        order.origin().strategy(),
                        label,
                        fill.filledAt()));
    }

    @Override
    public void closed(Order order) {
        Reason cause = Objects.requireNonNull(order.cause(), "an order that ended says why");
        publish(
                order,
                "order.closed",
                new OrderClosed(
                        order.id(),
                        order.clientOrderId(),
                        order.origin().accountId(),
                        order.terms().symbol(),
                        OrderWriter.status(order.state()),
                        order.filledLots().value(),
                        cause,
                        order.updatedAt()));
    }

    private void publish(Order order, String type, Object data) {
        events.publish(Topics.ORDERS_EVENTS, order.origin().accountId(), type, data);
    }

    /** Lots of the order filled so far, this fill included. */
    private static BigDecimal filledUpTo(Order order, Fill fill) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Fill each : order.fills()) {
            sum = sum.add(each.lots().value());
            if (each.id().equals(fill.id())) {
                break;
            }
        }
        return sum;
    }
}
