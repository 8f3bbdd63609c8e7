package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.orchestrator.OrderStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders of this service. */
public interface TradeOrders {

    /**
     * Stores orders as they are now, with the fills that are new: those that were never stored, and those that stand as
     * they were read.
     *
     * @return the orders as they are stored
     * @throws OrderMovedException when somebody else has moved one of them since it was read; nothing is kept then
     */
    List<TradeOrder> save(List<TradeOrder> orders);

    /** The orders of these keys that are known, held until the transaction ends so that nobody else moves them. */
    List<TradeOrder> lock(Collection<String> clientOrderIds);

    Optional<TradeOrder> find(UUID id);

    /** Those of the orders that are known. */
    List<TradeOrder> find(Collection<UUID> ids);

    /** The order that a decision has opened. */
    Optional<TradeOrder> ofDecision(UUID decisionId);

    /** Orders that are not final, oldest first. */
    List<TradeOrder> open();

    /**
     * Stops and targets in an instrument that work at the broker of one of the accounts and only reduce its position,
     * oldest first.
     */
    List<TradeOrder> protecting(Collection<String> accountIds, String symbol);

    /** The newest order that has opened or enlarged the position of an account in an instrument. */
    Optional<TradeOrder> lastEntry(String accountId, String symbol);

    /** Orders that match, newest first. */
    List<TradeOrder> find(Filter filter);

    /** Forgets orders that ended before the moment, unless one that is kept needs them; a part of them at a time. */
    int forgetEndedBefore(Instant moment);

    /**
     * What to look for; absent means any.
     *
     * @param only accounts that may be seen; absent: all may
     * @param open whether to leave out those that are final
     * @param slice which of them
     */
    record Filter(
            @Nullable String accountId,
            @Nullable Set<String> only,
            @Nullable OrderStatus status,
            @Nullable String symbol,
            boolean open,
            Slice slice) {

        /** Of all accounts. */
        public Filter(
                @Nullable String accountId,
                @Nullable OrderStatus status,
                @Nullable String symbol,
                boolean open,
                int limit) {
            this(accountId, null, status, symbol, open, new Slice(null, null, null, limit));
        }
    }

    /**
     * Which of many orders; absent means any.
     *
     * @param from opened at this time or later
     * @param to opened before this time
     * @param before id of the last one of the page before
     * @param limit most orders to answer with
     */
    record Slice(@Nullable Instant from, @Nullable Instant to, @Nullable UUID before, int limit) {}
}
