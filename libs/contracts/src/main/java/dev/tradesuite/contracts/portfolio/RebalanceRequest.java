package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Plans how an account gets to its target. {@code POST /api/v1/portfolio/rebalance}; nothing is sent.
 *
 * @param accountId account; absent: {@code main}
 * @param reason why; it is kept
 */
public record RebalanceRequest(@Nullable @AccountId String accountId, @NotBlank @Size(max = 500) String reason) {}
