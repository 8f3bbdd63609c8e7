package dev.tradesuite.portfolio.rotation.web;

import dev.tradesuite.contracts.portfolio.RotationEffect;
import dev.tradesuite.contracts.portfolio.RotationOptimum;
import dev.tradesuite.contracts.portfolio.RotationProposal;
import dev.tradesuite.contracts.portfolio.RotationReport;
import dev.tradesuite.portfolio.lifecycle.web.LifecycleMapper;
import dev.tradesuite.portfolio.rotation.OptimumEffect;
import dev.tradesuite.portfolio.rotation.RotationRun;
import dev.tradesuite.portfolio.rotation.StrategyProposal;
import java.util.TreeMap;

/** Writes proposals and looks as the contracts say. */
public final class RotationMapper {

    private RotationMapper() {}

    /** A proposal as others read it. */
    public static RotationProposal proposal(StrategyProposal proposal) {
        StrategyProposal.Progress progress = proposal.progress();
        return new RotationProposal(
                proposal.id(),
                proposal.strategy(),
                proposal.plan().action(),
                proposal.plan().replacement().orElse(null),
                proposal.plan().factor().isPresent() ? proposal.plan().factor().getAsDouble() : null,
                progress.state(),
                LifecycleMapper.evidence(proposal.evidence()),
                effect(proposal.effect()),
                proposal.payloadHash(),
                progress.approval().orElse(null),
                progress.round(),
                progress.madeAt(),
                progress.renewedAt(),
                progress.decided().map(StrategyProposal.Decided::by).orElse(null),
                progress.decided().map(StrategyProposal.Decided::at).orElse(null),
                progress.reason(),
                proposal.version());
    }

    static RotationReport report(RotationRun run) {
        return new RotationReport(
                run.id(),
                run.asOf(),
                run.outcomes().stream()
                        .map(one -> new RotationReport.Outcome(
                                one.code(),
                                one.reason(),
                                LifecycleMapper.evidence(one.evidence()),
                                one.proposal().orElse(null)))
                        .toList());
    }

    private static RotationEffect effect(OptimumEffect effect) {
        return new RotationEffect(
                effect.label(),
                effect.before().map(RotationMapper::optimum).orElse(null),
                effect.after().map(RotationMapper::optimum).orElse(null),
                effect.unavailable().orElse(null));
    }

    private static RotationOptimum optimum(OptimumEffect.Optimum optimum) {
        return new RotationOptimum(
                new TreeMap<>(optimum.weights()), optimum.expectedReturn(), optimum.volatility(), optimum.sharpe());
    }
}
