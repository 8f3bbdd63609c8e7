package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approval is asked for, or has reached another state. Events {@code approval.requested}, {@code approval.approved},
 * {@code approval.executed}, {@code approval.not_executed}, {@code approval.rejected} and {@code approval.expired} on
 * {@code approvals.events}, keyed by approval.
 *
 * @param id approval
 * @param kind what is to be approved
 * @param state it is in now
 * @param subject what it is about
 * @param accountId account it is about; absent when it is about none, or about several
 * @param summary what would happen, in a sentence
 * @param payloadHash SHA-256 of exactly what would happen, in hex
 * @param askedBy who asked
 * @param expiresAt when it can be decided no more
 * @param decidedBy who approved or rejected it; absent before that, and when it expired
 * @param reason why, in the words of that person
 * @param decisionId decision that was made when the trade was carried out; absent for any other kind, and before that
 * @param changes what does not hold any more; empty unless NOT_EXECUTED
 * @param changedAt when it reached the state
 */
public record ApprovalChanged(
        UUID id,
        ApprovalKind kind,
        ApprovalState state,
        String subject,
        @Nullable String accountId,
        String summary,
        String payloadHash,
        String askedBy,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable UUID decisionId,
        List<Reason> changes,
        Instant changedAt) {}
