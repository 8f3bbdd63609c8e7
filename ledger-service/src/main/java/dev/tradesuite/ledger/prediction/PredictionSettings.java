package dev.tradesuite.ledger.prediction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of portfolios under {@code suite.ledger}.
 *
 * @param defaultSchedule when the cycles of a portfolio run that says nothing about it
 * @param cycles what is kept of them
 * @param oldestBidToSellAt age of a bid at which a liquidation does not sell at it any more
 */
@ConfigurationProperties("suite.ledger")
public record PredictionSettings(String defaultSchedule, Cycles cycles, Duration oldestBidToSellAt) {

    /**
     * What is kept of cycles.
     *
     * @param kept how long the report of a cycle is there to answer a repeat of it
     * @param orderPatience age at which an order that waits to be filled counts as left behind by a stop; longer than
     *     any call to risk-service
     */
    public record Cycles(Duration kept, Duration orderPatience) {}
}
