package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts of a strategy come in, and what is done with them.
 *
 * @param id names it without giving the token away
 * @param strategy name of the strategy
 * @param accountId account it trades on
 * @param riskPercent of its trades; absent: the setting's
 * @param autoExecute whether an alert that leads to PROCEED is executed
 * @param mode what an alert is that enters a position
 * @param maxLots largest size an alert may state for itself; absent: its own size is not used
 * @param createdBy who made it
 * @param createdAt when
 * @param lastAlertAt when an alert came in last; absent before the first
 */
public record Webhook(
        UUID id,
        String strategy,
        String accountId,
        @Nullable BigDecimal riskPercent,
        boolean autoExecute,
        WebhookMode mode,
        @Nullable Lots maxLots,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastAlertAt) {}
