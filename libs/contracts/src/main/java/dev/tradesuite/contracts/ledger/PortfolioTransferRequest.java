package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves cash between an account and a portfolio of prediction-market positions. {@code POST
 * /api/v1/accounts/{id}/portfolio-transfers}, scope {@code portfolio:write}.
 *
 * @param transferId identifies it: sent again it is the same transfer, and moves nothing again
 * @param portfolioId portfolio
 * @param amount in the currency of both, above 0 into the portfolio, below 0 out of it
 * @param reason why
 * @param strategy that causes it; absent without one
 */
public record PortfolioTransferRequest(
        @NotNull UUID transferId,
        @NotNull @Positive Long portfolioId,
        @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 2)
                BigDecimal amount,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(max = 64) @StrategyName String strategy) {}
