package dev.tradesuite.contracts.orchestrator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is kept; its token is known to nobody here.
 *
 * @param webhookId names it without giving the token away
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
public record WebhookInfo(
        UUID webhookId,
        String strategy,
        String accountId,
        @Nullable BigDecimal riskPercent,
        boolean autoExecute,
        WebhookMode mode,
        @Nullable BigDecimal maxLots,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastAlertAt) {}
