package dev.tradesuite.orchestrator.order;

import java.util.Optional;

/** Knows the newest market price of every instrument, of every account and whoever asks the same. */
public interface MarketPrices {

    /** The newest price, however old; empty when none is known. */
    Optional<ClosingPrice> newest(String symbol);
}
