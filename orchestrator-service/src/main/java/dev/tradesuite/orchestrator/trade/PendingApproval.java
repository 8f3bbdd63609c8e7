package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.UUID;

/**
 * The approval a decision waits for.
 *
 * @param id names it
 * @param clientOrderId key the order will have
 * @param expiresAt when it can be decided no more
 * @param why it is needed
 */
public record PendingApproval(UUID id, String clientOrderId, Instant expiresAt, Reason why) {}
