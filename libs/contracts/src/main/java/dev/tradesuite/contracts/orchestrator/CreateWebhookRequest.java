package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a webhook for a strategy's alerts. {@code POST /api/v1/webhooks/tradingview}; the answer holds the token, once.
 *
 * @param strategy name of the strategy
 * @param accountId account to trade on; absent: {@code main}
 * @param riskPercent absent: the setting's
 * @param autoExecute whether an alert that leads to PROCEED is executed; absent: no. Takes the scope to trade
 * @param mode what an alert is that enters a position; absent: confirm
 * @param maxLots largest size an alert may state for itself, in mode follow; absent: its own size is not used
 */
public record CreateWebhookRequest(
        @NotBlank @Pattern(regexp = "(?!unassigned$)[a-z0-9_-]{1,64}") String strategy,
        @Nullable @AccountId String accountId,
        @Nullable @DecimalMin("0.1") @DecimalMax("10") BigDecimal riskPercent,
        @Nullable Boolean autoExecute,
        @Nullable WebhookMode mode,
        @Nullable @Positive @Digits(integer = 12, fraction = 8) BigDecimal maxLots) {}
