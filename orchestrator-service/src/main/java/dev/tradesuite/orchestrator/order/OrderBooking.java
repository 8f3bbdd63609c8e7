package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order brought up to what its broker says.
 *
 * <p>The broker's view is whole, not a difference: executions that are booked already are passed over, so the same
 * report may come any number of times and in any order.
 *
 * @param before the order as it was
 * @param after the order as it is
 * @param fills what is new
 */
record OrderBooking(TradeOrder before, TradeOrder after, List<OrderFill> fills) {

    /** Moves the order along its statuses to where the broker has it. */
    static OrderBooking of(TradeOrder order, BrokerOrder seen, FillRates rates) {
        List<OrderFill> fills = newFills(order, seen, rates);
        if (order.isFinal() && fills.isEmpty()) {
            return new OrderBooking(order, order.unowned(), fills);
        }
        TradeOrder moved = order;
        if (seen.acceptedAt() != null) {
            moved = accepted(moved, seen.acceptedAt());
        }
        moved = followed(resized(moved, seen), seen);
        for (OrderFill fill : fills) {
            moved = moved.filled(fill);
        }
        return new OrderBooking(order, ended(moved, seen).unowned(), fills);
    }

    boolean changed() {
        return !after.equals(before);
    }

    /** Whether the order ended with this booking, without a full fill. */
    boolean closed() {
        return after.isFinal() && !before.isFinal() && after.status() != OrderStatus.FILLED;
    }

    /** Whether the world is to hear of it: a fill, an end, or a stop or target that stands otherwise. */
    boolean isTold() {
        return !fills.isEmpty() || closed() || after.isExit();
    }

    private static TradeOrder accepted(TradeOrder order, Instant at) {
        TradeOrder moved = order;
        // An order is sent only once it is reserved; a crash may have kept the line from being written.
        if (moved.status() == OrderStatus.NEW && !moved.isProtective()) {
            moved = moved.reserved(at);
        }
        return moved.isUnsent() ? moved.submitted(at) : moved;
    }

    /** What protects a position is made smaller by its broker when a part of the position is closed. */
    private static TradeOrder resized(TradeOrder order, BrokerOrder seen) {
        return order.terms().reduceOnly()
                        && order.terms().lots().isMoreThan(seen.terms().lots())
                ? order.resized(seen.terms().lots())
                : order;
    }

    private static TradeOrder followed(TradeOrder order, BrokerOrder seen) {
        BigDecimal trigger = seen.terms().stopPrice();
        BigDecimal known = order.terms().stopPrice();
        if (order.terms().trailingStop() == null || trigger == null || known == null) {
            return order;
        }
        return trigger.compareTo(known) == 0 ? order : order.followed(trigger);
    }

    private static TradeOrder ended(TradeOrder order, BrokerOrder seen) {
        if (order.isFinal()) {
            return order;
        }
        return switch (seen.status()) {
            case WORKING -> order;
            case CANCEL_PENDING -> order.cancelRequested(cause(order, seen), seen.changedAt());
            case FILLED ->
                throw new IllegalOrderMoveException("%s is filled at the broker with %s of %s lots"
                        .formatted(
                                order.clientOrderId(),
                                order.filledLots(),
                                order.terms().lots()));
            case REJECTED ->
                accepted(order, seen.changedAt()).ended(OrderStatus.REJECTED, cause(order, seen), seen.changedAt());
            case CANCELLED -> order.ended(OrderStatus.CANCELLED, cause(order, seen), seen.changedAt());
            case EXPIRED -> order.ended(OrderStatus.EXPIRED, cause(order, seen), seen.changedAt());
        };
    }

    /** The venue's reason, else the one it was asked to cancel the order for. */
    private static Reason cause(TradeOrder order, BrokerOrder seen) {
        @Nullable
        Reason cause =
                seen.cause() == null && seen.status() == BrokerOrderStatus.CANCELLED ? order.cause() : seen.cause();
        return cause == null ? new Reason("BROKER_" + seen.status(), "The broker gave no reason.") : cause;
    }

    private static List<OrderFill> newFills(TradeOrder order, BrokerOrder seen, FillRates rates) {
        Set<UUID> booked = new HashSet<>();
        order.fills().forEach(fill -> booked.add(fill.id()));
        List<OrderFill> fills = new ArrayList<>();
        for (BrokerExecution execution : seen.executions()) {
            if (!booked.contains(execution.id())) {
                fills.add(rates.fill(order, execution));
            }
        }
        return fills;
    }
}
