package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models said, the newest first. {@code GET /api/models/signals}.
 *
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param signals of this page
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 * @param reason why the list is empty
 */
public record ModelSignalPage(
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<PastSignal> signals,
        @Nullable String nextCursor,
        @Nullable Reason reason) {}
