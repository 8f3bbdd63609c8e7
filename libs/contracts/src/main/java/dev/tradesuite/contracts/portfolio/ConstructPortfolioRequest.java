package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes weights the target of a portfolio. {@code POST /api/v1/portfolio/construct}. Exactly one of {@code requestId}
 * and {@code weights} says which.
 *
 * @param accountId account whose portfolio it is; absent: {@code main}
 * @param requestId of a stored answer of the optimiser
 * @param weights by code of strategy, 0 to 1, together at most 1; what is left out is 0
 * @param version of the target the change was made from, 0 for the first; absent: whatever it is
 * @param reason why; it is kept
 */
public record ConstructPortfolioRequest(
        @Nullable @AccountId String accountId,
        @Nullable UUID requestId,
        @Nullable @Size(min = 1, max = 1000) Map<@StrategyCode String, @NotNull Double> weights,
        @Nullable @PositiveOrZero Long version,
        @NotBlank @Size(max = 500) String reason) {}
