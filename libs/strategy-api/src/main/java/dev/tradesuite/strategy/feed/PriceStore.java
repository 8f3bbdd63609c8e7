package dev.tradesuite.strategy.feed;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import java.time.Duration;
import java.util.Collection;

/**
 * Keeps the prices of snapshots for strategies that look back: of each outcome one price in five minutes at most, and
 * none for longer than the strategy looks back. Safe for use by many threads.
 */
public interface PriceStore extends PastPrices {

    /** Prices of an outcome lie at least about this far apart, which bounds the room they take. */
    Duration SPACING = Duration.ofMinutes(5);

    /** Remembers the prices of a snapshot, and forgets what is too old. */
    void remember(MarketSnapshot snapshot);

    /** Remembers nothing. */
    static PriceStore none() {
        return new PriceStore() {
            @Override
            public void remember(MarketSnapshot snapshot) {}

            @Override
            public PriceWindows before(Collection<Market> markets, Duration time) {
                return PriceWindows.NONE;
            }
        };
    }
}
