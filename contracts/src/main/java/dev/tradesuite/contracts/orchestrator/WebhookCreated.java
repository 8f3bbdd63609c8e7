package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;

/**
 * A new webhook.
 *
 * @param strategy name of the strategy
 * @param token secret part of the address; shown only here, stored as a hash
 * @param path where alerts go, such as {@code /api/v1/webhooks/tradingview/abc}
 * @param createdAt when
 */
public record WebhookCreated(String strategy, String token, String path, Instant createdAt) {}
