package dev.tradesuite.contracts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps a strategy has taken. {@code GET /api/v1/strategies/{code}/history?cursor=&limit=}.
 *
 * @param changes the newest first
 * @param nextCursor what to give as {@code cursor} for the next page; absent on the last one
 */
public record LifecycleHistory(List<LifecycleChanged> changes, @Nullable String nextCursor) {}
