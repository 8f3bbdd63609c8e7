package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.support.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is proposed for a strategy.
 *
 * @param evidence what was measured when it was made the last time
 * @param effect what it would do to the optimum
 * @param version grows with every change
 */
public record StrategyProposal(
        UUID id,
        String strategy,
        RotationPlan plan,
        List<GateEvidence> evidence,
        OptimumEffect effect,
        Progress progress,
        long version) {

    public StrategyProposal {
        evidence = List.copyOf(evidence);
    }

    /**
     * Where a proposal stands.
     *
     * @param round how often it was made
     * @param madeAt when at first
     * @param renewedAt when the last time
     * @param approval that is asked for in this round; empty before that
     * @param reason why it stands where it stands
     */
    public record Progress(
            RotationState state,
            int round,
            Instant madeAt,
            Instant renewedAt,
            Optional<UUID> approval,
            Optional<Decided> decided,
            Reason reason) {}

    /** Who decided, and when. */
    public record Decided(String by, Instant at) {}

    static StrategyProposal made(
            UUID id, String strategy, RotationVerdict.Changes verdict, OptimumEffect effect, Instant now) {
        return new StrategyProposal(
                id,
                strategy,
                verdict.plan(),
                verdict.evidence(),
                effect,
                new Progress(
                        RotationState.OPEN,
                        1,
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        reason(RotationReason.PROPOSED, RotationJudge.broken(verdict.evidence()))),
                0);
    }

    /** Where it stands. */
    public RotationState state() {
        return progress.state();
    }

    /** Made again, with what was measured anew. */
    StrategyProposal again(RotationVerdict.Changes verdict, OptimumEffect effectNow, Instant now) {
        return new StrategyProposal(
                id,
                strategy,
                verdict.plan(),
                verdict.evidence(),
                effectNow,
                new Progress(
                        RotationState.OPEN,
                        progress.round() + 1,
                        progress.madeAt(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        reason(RotationReason.PROPOSED_AGAIN, RotationJudge.broken(verdict.evidence()))),
                version);
    }

    /** A person is asked by this approval. */
    StrategyProposal asked(UUID approval) {
        return with(new Progress(
                ProposalTable.next(state(), RotationState.PENDING_APPROVAL),
                progress.round(),
                progress.madeAt(),
                progress.renewedAt(),
                Optional.of(approval),
                progress.decided(),
                progress.reason()));
    }

    /** It has come to another state, by somebody or something. */
    StrategyProposal to(RotationState next, String by, Instant now, Reason reason) {
        return with(new Progress(
                ProposalTable.next(state(), next),
                progress.round(),
                progress.madeAt(),
                progress.renewedAt(),
                progress.approval(),
                Optional.of(new Decided(by, now)),
                reason));
    }

    private StrategyProposal with(Progress next) {
        return new StrategyProposal(id, strategy, plan, evidence, effect, next, version);
    }

    /** Exactly what would happen. */
    public Map<String, Object> payload() {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("proposal_id", id.toString());
        payload.put("strategy", strategy);
        payload.put("action", plan.action().name());
        payload.put("round", progress.round());
        plan.replacement().ifPresent(code -> payload.put("replacement", code));
        plan.factor().ifPresent(factor -> payload.put("factor", factor));
        return payload;
    }

    /** SHA-256 of {@link #payload()}, its entries by name as {@code name=value}, one a line. */
    public String payloadHash() {
        return Sha256.hex(payload().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n")));
    }

    /** In a sentence or two. */
    public String summary() {
        return "%s. %s".formatted(plan.sentence(strategy), RotationJudge.broken(evidence));
    }

    static Reason reason(RotationReason code, String more) {
        return Reason.of(code, more.isEmpty() ? code.sentence() : code.sentence() + " " + more);
    }
}
