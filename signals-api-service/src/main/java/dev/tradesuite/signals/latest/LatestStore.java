package dev.tradesuite.signals.latest;

import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelSeries;
import java.util.Map;
import java.util.Optional;

/** What was said last. */
public interface LatestStore {

    /** Newest signal of each account on a series, by id of the strategy. */
    Map<Integer, LastSignal> signals(ModelSeries series);

    /** Close of the newest bar of a series. */
    Optional<MarketQuote> price(ModelSeries series);
}
