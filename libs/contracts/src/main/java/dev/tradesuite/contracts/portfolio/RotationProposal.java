package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a strategy. {@code GET /api/v1/rotation/proposals/{id}}; also the data of the events
 * {@code rotation.proposed} and {@code rotation.decided} on {@code portfolio.events}, keyed by strategy.
 *
 * @param id identifies the proposal
 * @param strategy code
 * @param action what is proposed
 * @param replacement code of the strategy that gets the weight; of REPLACE alone
 * @param factor part of the weight that is left; of REDUCE alone
 * @param state where it stands
 * @param evidence what was measured, when it was made the last time
 * @param effect what it would do to the optimum
 * @param payloadHash SHA-256 of exactly what is proposed, in hex
 * @param approvalId approval of the orchestrator that is asked for; absent before that
 * @param round how often it was made
 * @param madeAt when at first
 * @param renewedAt when the last time
 * @param decidedBy who decided, or {@code rotation} for the rules; absent before that
 * @param decidedAt when; absent before that
 * @param reason why it stands where it stands
 * @param version grows with every change
 */
public record RotationProposal(
        UUID id,
        String strategy,
        RotationAction action,
        @Nullable String replacement,
        @Nullable Double factor,
        RotationState state,
        List<LifecycleEvidence> evidence,
        RotationEffect effect,
        String payloadHash,
        @Nullable UUID approvalId,
        int round,
        Instant madeAt,
        Instant renewedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Reason reason,
        long version) {}
