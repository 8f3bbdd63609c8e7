package dev.tradesuite.contracts.orchestrator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Approves several at once, each named together with what it says. {@code POST /api/v1/approvals/approve}
 *
 * @param items what is approved, none of them twice
 * @param reason why, for whoever reads it later
 */
public record ApproveListedRequest(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Listed> items, @NotBlank @Size(max = 500) String reason) {

    /**
     * One of them.
     *
     * @param id approval
     * @param hash its {@code payload_hash}, as the approver has read it
     */
    public record Listed(@NotNull UUID id, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}
}
