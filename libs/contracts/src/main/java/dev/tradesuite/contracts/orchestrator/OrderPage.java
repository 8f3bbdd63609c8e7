package dev.tradesuite.contracts.orchestrator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders, newest first. {@code GET /api/v1/orchestrator/orders?account=&status=&symbol=&from=&to=&limit=&cursor=}.
 *
 * @param orders at most the limit asked for
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record OrderPage(List<Order> orders, @Nullable String nextCursor) {

    /** All there are. */
    public OrderPage(List<Order> orders) {
        this(orders, null);
    }
}
