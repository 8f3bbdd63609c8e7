package dev.tradesuite.contracts.orchestrator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A person approves or rejects. {@code POST /api/v1/approvals/{id}/approve} and {@code /reject}, scope {@code approve}.
 *
 * @param reason why, for whoever reads it later
 */
public record DecideApprovalRequest(@NotBlank @Size(max = 500) String reason) {}
