package dev.tradesuite.signals.trade;

import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closed trades. */
@FunctionalInterface
public interface TradeStore {

    /**
     * What the trades of each account amount to, by id of the strategy; one without a trade is not among them.
     *
     * @param after trades that were closed after this count; null for all. What is closed at midnight belongs to the
     *     day that ends
     * @param until the last moment that counts
     */
    Map<Integer, TradeStatistics> totals(ModelSeries series, @Nullable Instant after, Instant until);
}
