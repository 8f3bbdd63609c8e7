package dev.tradesuite.portfolio.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the outgoing webhook, {@code suite.portfolio.notifications}. Off without an address.
 *
 * @param url where messages are sent
 * @param secret they are signed with, at least 16 characters
 * @param types which are sent
 * @param timeout how long the other side may take
 * @param attempts after so many a message is given up
 * @param firstRetry wait before the second; each wait is twice the one before
 * @param longestRetry no wait is longer
 * @param poll how often an instance looks for messages that are due
 * @param keep how long messages are kept that are delivered or given up
 */
@Validated
@ConfigurationProperties("suite.portfolio.notifications")
public record NotificationSettings(
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue({
                    "portfolio_limit",
                    "rebalancing",
                    "approval",
                    "lifecycle",
                    "correlation_breach",
                    "rotation_proposal",
                    "broker_difference"
                })
                List<String> types,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("12") @Min(1) @Max(100) int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("10m") Duration longestRetry,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("30d") Duration keep) {

    private static final int SHORTEST_SECRET = 16;

    /** Whether there is an address. */
    public boolean enabled() {
        return url != null && !url.toString().isBlank();
    }

    /** Whether the secret is long enough to be one. */
    boolean hasSecret() {
        return secret != null && secret.length() >= SHORTEST_SECRET;
    }

    NotificationService.Patience patience() {
        return new NotificationService.Patience(
                attempts, firstRetry, longestRetry, timeout.multipliedBy(2).plusSeconds(10));
    }

    @Override
    public String toString() {
        return "NotificationSettings[url=%s, types=%s]".formatted(url, types);
    }
}
