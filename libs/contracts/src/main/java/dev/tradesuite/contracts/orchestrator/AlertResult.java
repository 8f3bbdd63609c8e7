package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an alert.
 *
 * @param alertId this alert; the first one's when it is a repeat
 * @param duplicate whether the same alert came before; nothing was done again
 * @param decision what was decided; absent when the first of a repeat is still running
 * @param receivedAt when the first came in
 */
public record AlertResult(UUID alertId, boolean duplicate, @Nullable TradeDecision decision, Instant receivedAt) {}
