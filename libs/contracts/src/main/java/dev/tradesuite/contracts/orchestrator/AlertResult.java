package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an alert.
 *
 * @param alertId this alert; the first one's when it is a repeat
 * @param duplicate whether the same alert came before; nothing was done again
 * @param decision what was decided; absent when the first of a repeat is still running. Of a reversal that on the new
 *     position, or that on the exit when it kept the old one open
 * @param exit what was decided on leaving the position before; a reversal only
 * @param receivedAt when the first came in
 */
public record AlertResult(
        UUID alertId,
        boolean duplicate,
        @Nullable TradeDecision decision,
        @Nullable TradeDecision exit,
        Instant receivedAt) {}
