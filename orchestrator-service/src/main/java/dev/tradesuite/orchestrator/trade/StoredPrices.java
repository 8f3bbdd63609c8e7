package dev.tradesuite.orchestrator.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Knows the newest stored prices. */
public interface StoredPrices {

    /** Newest prices of the symbols that are known; none when they cannot be asked for. */
    List<StoredPrice> newest(List<String> symbols);

    /**
     * A price.
     *
     * @param symbol instrument
     * @param price in its quote currency
     * @param at when it was true
     */
    record StoredPrice(String symbol, BigDecimal price, Instant at) {}
}
