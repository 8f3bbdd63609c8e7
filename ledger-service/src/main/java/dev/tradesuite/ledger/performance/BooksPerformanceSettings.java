package dev.tradesuite.ledger.performance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of equity over time and of round trips under {@code suite.ledger.performance}.
 *
 * @param fiveMinutesKept how long the points of five minutes are kept
 * @param hoursKept how long those of hours are kept; those of days are kept for good
 * @param tripsAtHand round trips of all accounts together that are kept in memory
 */
@ConfigurationProperties("suite.ledger.performance")
record BooksPerformanceSettings(Duration fiveMinutesKept, Duration hoursKept, int tripsAtHand) {}
