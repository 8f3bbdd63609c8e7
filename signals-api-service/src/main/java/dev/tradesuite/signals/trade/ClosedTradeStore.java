package dev.tradesuite.signals.trade;

import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.PagePlace;
import java.util.List;
import java.util.Optional;

/** Closed trades one by one. */
@FunctionalInterface
public interface ClosedTradeStore {

    /**
     * Trades, the newest first.
     *
     * @param after where the page before ended; empty for the first
     * @param limit at most so many
     */
    List<ClosedTrade> page(ModelSeries series, ClosedTradeFilter filter, Optional<PagePlace> after, int limit);
}
