package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person stops trading. {@code POST /api/v1/orchestrator/stop}, scope {@code risk:admin}.
 *
 * @param level how much
 * @param scope one account, or all
 * @param id account; absent with scope {@code all}
 * @param reason why; recorded with the name of the person
 */
public record StopTradingRequest(
        @NotNull StopLevel level,
        @NotNull StopScope scope,
        @Nullable @AccountId String id,
        @NotBlank @Size(max = 400) String reason) {}
