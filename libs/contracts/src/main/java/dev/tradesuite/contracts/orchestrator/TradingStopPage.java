package dev.tradesuite.contracts.orchestrator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops of trading, newest first. {@code GET /api/v1/orchestrator/stops?limit=&cursor=}
 *
 * @param stops at most the limit asked for
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record TradingStopPage(List<TradingStopInfo> stops, @Nullable String nextCursor) {}
