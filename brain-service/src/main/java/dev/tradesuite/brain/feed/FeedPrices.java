package dev.tradesuite.brain.feed;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/** Tells prices between bars. A lost one is replaced by the next. */
@FunctionalInterface
public interface FeedPrices {

    /** Tells a price, soon and without waiting. */
    void tell(String symbol, BigDecimal price, Instant at, String source, RunLabel label);
}
