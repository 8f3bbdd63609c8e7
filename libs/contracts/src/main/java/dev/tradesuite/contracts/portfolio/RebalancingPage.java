package dev.tradesuite.contracts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebalancings, the newest first. {@code GET /api/v1/rebalances}
 *
 * @param rebalancings of this page
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record RebalancingPage(List<Rebalancing> rebalancings, @Nullable String nextCursor) {}
