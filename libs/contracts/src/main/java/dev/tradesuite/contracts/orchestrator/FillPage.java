package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the order in which they were booked. {@code GET /api/v1/orchestrator/fills?since=&cursor=&limit=}; who books
 * them asks for those that Kafka may have lost.
 *
 * @param fills of this page, as in {@code order.filled}; what protects the position is absent
 * @param bookedUntil when the last of them was booked; absent without one
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record FillPage(List<OrderFilled> fills, @Nullable Instant bookedUntil, @Nullable String nextCursor) {}
