package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Moves a strategy to another state. {@code POST /api/v1/strategies/{code}/transitions}, scope {@code portfolio:write};
 * to LIVE with the scope {@code approve} as well.
 *
 * @param to the state
 * @param reason why; it is kept
 */
public record TransitionRequest(@NotNull LifecycleState to, @NotBlank @Size(max = 500) String reason) {}
