package dev.tradesuite.portfolio.rebalancing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Knows the newest prices of the market. */
@FunctionalInterface
public interface PriceBoard {

    /**
     * A price.
     *
     * @param at when it was true
     */
    record Price(BigDecimal price, Instant at) {}

    /** By symbol; what has none is absent. What does not answer is an exception. */
    Map<String, Price> newest(Collection<String> symbols);
}
