package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service asks for approval. {@code POST /api/v1/approvals}, scope {@code internal}. The service learns the answer by
 * the events of {@code approvals.events} or by reading the approval, and carries out what was approved itself.
 *
 * @param kind REBALANCE, LIFECYCLE or ROTATION; trades are asked for by the orchestrator alone
 * @param subject what it is about, such as a strategy or a rebalancing
 * @param accountId account it is about; who does not own it does not see the approval. Absent: it is about none, or
 *     about several
 * @param summary what would happen, in a sentence
 * @param payload exactly what would happen
 * @param payloadHash SHA-256 of that in hex, as the asker computes it again before it carries it out
 * @param askedBy who asks; with four eyes that person may not approve
 * @param checks what was checked; absent: nothing
 * @param expiresInSeconds seconds until it can be decided no more, at most a week; absent: the setting
 */
public record AskApprovalRequest(
        @NotNull ApprovalKind kind,
        @NotBlank @Size(max = 200) String subject,
        @Nullable @AccountId String accountId,
        @NotBlank @Size(max = 500) String summary,
        @NotEmpty Map<String, Object> payload,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String payloadHash,
        @NotBlank @Size(max = 200) String askedBy,
        @Nullable @Valid @Size(max = 100) List<AskedCheck> checks,
        @Nullable @Positive @Max(604_800) Integer expiresInSeconds) {

    /**
     * Something that was checked.
     *
     * @param name of the check
     * @param passed whether it allows what is to be approved
     * @param message what it found, with its figures
     */
    public record AskedCheck(
            @NotBlank @Size(max = 100) String name,
            @NotNull Boolean passed,
            @NotBlank @Size(max = 1_000) String message) {}
}
