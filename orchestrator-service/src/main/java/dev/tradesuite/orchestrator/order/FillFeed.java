package dev.tradesuite.orchestrator.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The fills of all orders, in the order in which they were booked. */
public interface FillFeed {

    /**
     * A page of them.
     *
     * @param since booked at this time or later
     * @param after the place where the page before ended; empty for the first
     * @param most at most so many
     */
    List<FedFill> page(Instant since, Optional<Place> after, int most);

    /** Instruments in which orders of an account were filled. */
    List<String> tradedSymbols(String accountId);

    /**
     * Where a page ended.
     *
     * @param bookedAt when the last fill was booked
     * @param fillId that fill
     */
    record Place(Instant bookedAt, UUID fillId) {}

    /**
     * A fill with its order.
     *
     * @param order as it is now
     * @param fill one of its fills
     * @param bookedAt when it was booked
     */
    record FedFill(TradeOrder order, OrderFill fill, Instant bookedAt) {

        /** Whether it was the last fill of its order. */
        public boolean isLast() {
            return order.isFinal() && order.fills().getLast().id().equals(fill.id());
        }
    }
}
