package dev.tradesuite.orchestrator.difference;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Comparison of positions with the books.
 *
 * @param interval time from one to the next
 * @param grace how long positions are apart before that is told; longer than a fill takes to reach the books
 */
@ConfigurationProperties("suite.orchestrator.differences")
public record DifferenceSettings(@DefaultValue("1m") Duration interval, @DefaultValue("2m") Duration grace) {}
