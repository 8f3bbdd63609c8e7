package dev.tradesuite.orchestrator.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order book of this service. */
public interface Orders {

    /** Adds a new order. */
    void insert(Order order);

    /** Keeps an order that was locked in this transaction as it is now. */
    void update(Order order);

    /** The orders of these keys that are known, held until the transaction ends so that nobody else moves them. */
    List<Order> lock(Collection<String> clientOrderIds);

    Optional<Order> find(UUID id);

    /** Orders that are not final, oldest first. */
    List<Order> open();

    /** Orders that match, newest first. */
    List<Order> find(Filter filter);

    /**
     * What to look for; absent means any.
     *
     * @param limit most orders to answer with
     */
    record Filter(@Nullable String accountId, @Nullable OrderState state, @Nullable String symbol, int limit) {}
}
