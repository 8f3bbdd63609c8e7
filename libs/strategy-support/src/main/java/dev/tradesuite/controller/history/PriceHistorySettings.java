package dev.tradesuite.controller.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the prices that are kept.
 *
 * @param kept how long; no strategy can look further back
 * @param mostMarkets of how many markets of a snapshot, those with the most liquidity; one with two outcomes takes some
 *     600 rows
 */
@ConfigurationProperties("suite.strategy.history")
public record PriceHistorySettings(@DefaultValue("25h") Duration kept, @DefaultValue("5000") int mostMarkets) {

    public PriceHistorySettings {
        if (mostMarkets < 1) {
            throw new IllegalArgumentException("most-markets must be at least 1, was " + mostMarkets);
        }
    }
}
