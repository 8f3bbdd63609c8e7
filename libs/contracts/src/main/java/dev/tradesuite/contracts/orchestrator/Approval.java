package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens only when a person approves it. {@code GET /api/v1/approvals/{id}}
 *
 * @param id identifies the approval
 * @param kind what is to be approved
 * @param state where it stands
 * @param subject what it is about, such as a symbol, a strategy or a rebalancing
 * @param accountId account it is about; absent when it is about none, or about several
 * @param summary what would happen, in a sentence
 * @param payload exactly what would happen
 * @param payloadHash SHA-256 of that, in hex; a bulk approval repeats it
 * @param checks what was checked before it was asked for
 * @param askedBy who asked
 * @param askedAt when
 * @param expiresAt when it can be decided no more
 * @param decidedBy who approved or rejected it; absent before that, and when it expired
 * @param decidedAt when
 * @param reason why, in the words of that person
 * @param decisionId decision that was made when the trade was carried out; absent for any other kind, and before that
 * @param changes what does not hold any more; empty unless NOT_EXECUTED
 * @param endedAt when it reached a final state; absent before that
 */
public record Approval(
        UUID id,
        ApprovalKind kind,
        ApprovalState state,
        String subject,
        @Nullable String accountId,
        String summary,
        Map<String, Object> payload,
        String payloadHash,
        List<Check> checks,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable UUID decisionId,
        List<Reason> changes,
        @Nullable Instant endedAt) {

    /**
     * Something that was checked before the approval was asked for.
     *
     * @param name of the check
     * @param passed whether it allows what is to be approved
     * @param message what it found, with its figures
     */
    public record Check(String name, boolean passed, String message) {}
}
