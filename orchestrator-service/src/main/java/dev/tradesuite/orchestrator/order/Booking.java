package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
record Booking(Order before, Order after, List<Fill> fills) {

    /** Moves the order along its states to where the broker has it. */
    static Booking of(Order order, BrokerOrder seen, FillRates rates) {
        List<Fill> fills = newFills(order, seen, rates);
        if (order.isFinal() && fills.isEmpty()) {
            return new Booking(order, order, fills);
        }
        Order moved = order;
        if (seen.acceptedAt() != null) {
            moved = accepted(moved, seen.acceptedAt());
        }
        for (Fill fill : fills) {
            moved = moved.filled(fill);
        }
        return new Booking(order, ended(moved, seen), fills);
    }

    boolean changed() {
        return !after.equals(before);
    }

    /** Whether the order ended with this booking, without a full fill. */
    boolean closed() {
        return after.isFinal() && !before.isFinal() && after.state() != OrderState.FILLED;
    }

    private static Order accepted(Order order, Instant at) {
        Order moved = order;
        // An order is sent only once it is reserved; a crash may have kept the line from being written.
        if (moved.state() == OrderState.NEW && !moved.isProtective()) {
            moved = moved.reserved(at);
        }
        if (moved.state() == OrderState.NEW || moved.state() == OrderState.RESERVED) {
            moved = moved.submitted(at);
        }
        return moved;
    }

    private static Order ended(Order order, BrokerOrder seen) {
        if (order.isFinal()) {
            return order;
        }
        return switch (seen.standing()) {
            case WORKING -> order;
            case FILLED ->
                throw new IllegalOrderMoveException("%s is filled at the broker with %s of %s lots"
                        .formatted(
                                order.clientOrderId(),
                                order.filledLots(),
                                order.terms().lots()));
            case REJECTED -> order.ended(OrderState.REJECTED, cause(seen), seen.changedAt());
            case CANCELLED -> order.ended(OrderState.CANCELLED, cause(seen), seen.changedAt());
            case EXPIRED -> order.ended(OrderState.EXPIRED, cause(seen), seen.changedAt());
        };
    }

    private static Reason cause(BrokerOrder seen) {
        return seen.cause() == null
                ? new Reason("BROKER_" + seen.standing(), "The broker gave no reason.")
                : seen.cause();
    }

    private static List<Fill> newFills(Order order, BrokerOrder seen, FillRates rates) {
        Set<UUID> booked = new HashSet<>();
        order.fills().forEach(fill -> booked.add(fill.id()));
        List<Fill> fills = new ArrayList<>();
        for (Execution execution : seen.executions()) {
            if (!booked.contains(execution.id())) {
                fills.add(rates.fill(order, execution));
            }
        }
        return fills;
    }
}
