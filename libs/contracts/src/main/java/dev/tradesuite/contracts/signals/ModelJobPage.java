package dev.tradesuite.contracts.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Backfills and backtests, the newest first. {@code GET /api/models/jobs}.
 *
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record ModelJobPage(List<ModelJob> jobs, @Nullable String nextCursor) {}
