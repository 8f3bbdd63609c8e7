package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Pays cash into an account or out of it. {@code POST /api/v1/accounts/{id}/cash-flows}, scope {@code portfolio:write}.
 *
 * @param kind what it is
 * @param amount in the account currency, above 0; a dividend or interest that is charged is negative, and a transfer
 *     that goes out
 * @param reason why
 * @param strategy that caused it; absent without one
 */
public record CashFlowRequest(
        @NotNull CashFlowKind kind,
        @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 8)
                BigDecimal amount,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(max = 64) @StrategyName String strategy) {}
