package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a portfolio's strategy, as the books have it.
 *
 * @param id cycle
 * @param fence of the portfolio when it began; stands in for a run that was not given one
 * @param begunAt beginning
 * @param ending absent until it is completed
 * @param orders its orders so far, in the order they were taken
 * @param settled how many positions were settled in it so far
 */
public record BookedCycle(
        UUID id, long fence, Instant begunAt, @Nullable Ending ending, List<OutcomeOrder> orders, int settled) {

    public BookedCycle {
        orders = List.copyOf(orders);
    }

    /**
     * End of a cycle.
     *
     * @param at when
     * @param report what is stored of it, as it is to be told again; nobody here reads it
     */
    public record Ending(Instant at, String report) {}

    /** Its report; empty until it is completed. */
    public Optional<String> report() {
        return Optional.ofNullable(ending).map(Ending::report);
    }

    /** The order with this id, if it was taken. */
    Optional<OutcomeOrder> order(UUID orderId) {
        return orders.stream().filter(order -> order.id().equals(orderId)).findFirst();
    }
}
