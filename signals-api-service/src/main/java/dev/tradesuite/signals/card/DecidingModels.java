package dev.tradesuite.signals.card;

import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;

/** Asks the brain what decides on a series. May take long, and throws when there is no answer. */
@FunctionalInterface
public interface DecidingModels {

    /** What decides for every strategy. */
    List<DecidingModel> on(String symbol, Timeframe timeframe);
}
