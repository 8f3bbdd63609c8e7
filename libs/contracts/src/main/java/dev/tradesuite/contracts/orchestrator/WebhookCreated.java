package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;
import java.util.UUID;

/**
 * A new webhook.
 *
 * @param webhookId names it without giving the token away
 * @param strategy name of the strategy
 * @param token secret part of the address; shown only here, stored as a hash
 * @param path where alerts go, such as {@code /api/v1/webhooks/tradingview/abc}
 * @param createdAt when
 */
public record WebhookCreated(UUID webhookId, String strategy, String token, String path, Instant createdAt) {}
