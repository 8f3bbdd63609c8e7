package dev.tradesuite.strategy.feed;

import dev.tradesuite.market.Market;
import java.time.Duration;
import java.util.Collection;

/** What prices outcomes had in the snapshots the controllers have seen: the memory a strategy may look into. */
public interface PastPrices {

    /**
     * The prices the outcomes of these markets had in a time that ends, excluded, with the price they have now.
     *
     * @param time how far back, at most the lookback of the strategy
     */
    PriceWindows before(Collection<Market> markets, Duration time);

    /** No memory at all. */
    static PastPrices none() {
        return PriceStore.none();
    }
}
