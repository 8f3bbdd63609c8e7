package dev.tradesuite.contracts.orchestrator;

import java.util.List;

/**
 * Webhooks, newest first. {@code GET /api/v1/webhooks/tradingview}.
 *
 * @param webhooks all that have not been deleted
 */
public record WebhookPage(List<WebhookInfo> webhooks) {}
