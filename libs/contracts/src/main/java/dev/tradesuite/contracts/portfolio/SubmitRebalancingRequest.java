package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Asks for approval of a plan. {@code POST /api/v1/rebalances/{id}/submit}
 *
 * @param planHash of the plan as it was read
 */
public record SubmitRebalancingRequest(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String planHash) {}
