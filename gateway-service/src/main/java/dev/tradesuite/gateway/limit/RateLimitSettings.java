package dev.tradesuite.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests one client may send.
 *
 * @param requestsPerSecond in the long run, above 0
 * @param burst at once after a pause, at least as many as requestsPerSecond
 */
@ConfigurationProperties("suite.gateway.rate-limit")
public record RateLimitSettings(int requestsPerSecond, int burst) {

    public RateLimitSettings {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("requests-per-second must be at least 1, was " + requestsPerSecond);
        }
        if (burst < requestsPerSecond) {
            throw new IllegalArgumentException(
                    "burst must be at least requests-per-second %d, was %d".formatted(requestsPerSecond, burst));
        }
    }
}
