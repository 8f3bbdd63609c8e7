package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Daily returns of a strategy. {@code GET /api/v1/strategies/{code}/returns?from=&to=&label=&cursor=&limit=}.
 *
 * @param returns by day, then label; of each the newest version
 * @param nextCursor what to give as {@code cursor} for the next page; absent on the last one
 */
public record DailyReturnPage(String code, List<Row> returns, @Nullable String nextCursor) {

    /**
     * The return of one UTC day.
     *
     * @param value as a fraction of the equity at the end of the day before
     * @param version 1, and one more for every correction
     * @param recordedAt when this version was stored
     */
    public record Row(LocalDate day, RunLabel label, double value, int version, Instant recordedAt) {}
}
