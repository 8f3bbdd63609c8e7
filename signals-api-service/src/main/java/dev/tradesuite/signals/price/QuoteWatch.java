package dev.tradesuite.signals.price;

import dev.tradesuite.contracts.market.RunLabel;

/** Wants to know of every new price between bars. */
@FunctionalInterface
public interface QuoteWatch {

    /**
     * A price is the newest of its instrument.
     *
     * @param label SIMULATED for made-up prices, PAPER for real ones
     */
    void heard(MarketQuote quote, RunLabel label);
}
