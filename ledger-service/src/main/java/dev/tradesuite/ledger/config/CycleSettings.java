package dev.tradesuite.ledger.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code suite.ledger.cycles}.
 *
 * @param kept how long the report of a cycle is there to answer a repeat of it
 * @param orderPatience age at which an order that waits to be filled counts as left behind by a stop; longer than any
 *     call to risk-service
 */
@ConfigurationProperties("suite.ledger.cycles")
public record CycleSettings(Duration kept, Duration orderPatience) {}
