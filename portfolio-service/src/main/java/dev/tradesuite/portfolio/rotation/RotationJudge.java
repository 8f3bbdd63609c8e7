package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.portfolio.lifecycle.EvidenceRules;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.lifecycle.SuspensionGates;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.returns.DailyReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules, as a function of what is known. One that breaks a gate of suspension is to be suspended. One that is
 * behind its benchmark and below its target is to be replaced, or retired when it has no weight or nothing may take its
 * place; one that is only one of the two is to be reduced. What is not known breaks nothing.
 */
final class RotationJudge {

    private RotationJudge() {}

    /**
     * What is known of a strategy.
     *
     * @param strategy PAPER or LIVE
     * @param rules of its lifecycle
     * @param weights of it in target portfolios, above 0, by account
     * @param halted what of it is halted
     */
    record Case(
            RegisteredStrategy strategy,
            RotationLimits limits,
            EvidenceRules rules,
            Map<String, Double> weights,
            List<ToldTradingStates.One> halted) {

        Case {
            weights = Map.copyOf(weights);
            halted = List.copyOf(halted);
        }
    }

    static RotationVerdict judge(Case one, RotationPanel panel) {
        List<GateEvidence> evidence = evidence(one, panel);
        boolean suspend = evidence.stream().anyMatch(gate -> gate.broken() && !isLag(gate.gate()));
        long lags = evidence.stream()
                .filter(gate -> gate.broken() && isLag(gate.gate()))
                .count();
        if (suspend) {
            return new RotationVerdict.Changes(RotationPlan.of(RotationAction.SUSPEND), evidence);
        }
        if (lags == 2) {
            return new RotationVerdict.Changes(replacedOrRetired(one, panel), evidence);
        }
        if (lags == 1) {
            return one.weights().isEmpty()
                    ? stays(RotationReason.NOTHING_TO_REDUCE, broken(evidence), evidence)
                    : new RotationVerdict.Changes(
                            RotationPlan.reduce(one.limits().handling().reduceTo()), evidence);
        }
        List<GateEvidence> unknown =
                evidence.stream().filter(gate -> !gate.known()).toList();
        return unknown.isEmpty()
                ? stays(RotationReason.NOTHING_BROKEN, "", evidence)
                : stays(RotationReason.EVIDENCE_UNKNOWN, messages(unknown), evidence);
    }

    /** Evidence of all gates. */
    static List<GateEvidence> evidence(Case one, RotationPanel panel) {
        RegisteredStrategy strategy = one.strategy();
        List<DailyReturn> own = panel.days(strategy.code(), RotationPanel.label(strategy));
        LagGates.Measured measured = new LagGates.Measured(
                own, BenchmarkReturns.of(strategy, panel), one.rules().periodsPerYear(), panel.today());
        List<GateEvidence> evidence =
                new ArrayList<>(SuspensionGates.of(strategy, one.rules(), panel.of(strategy.code()), one.halted()));
        evidence.add(LagGates.excess(measured, one.limits()));
        evidence.add(LagGates.sharpe(measured, one.limits()));
        return List.copyOf(evidence);
    }

    /** The gates that are broken, in words. */
    static String broken(List<GateEvidence> evidence) {
        return messages(evidence.stream().filter(GateEvidence::broken).toList());
    }

    private static RotationPlan replacedOrRetired(Case one, RotationPanel panel) {
        Optional<ReplacementSearch.Candidate> best = one.weights().isEmpty()
                ? Optional.empty()
                : new ReplacementSearch(panel, one.limits()).best(one.strategy());
        return best.map(candidate -> RotationPlan.replace(candidate.code()))
                .orElseGet(() -> RotationPlan.of(RotationAction.RETIRE));
    }

    private static boolean isLag(LifecycleGate gate) {
        return gate == LifecycleGate.EXCESS_RETURN || gate == LifecycleGate.RECENT_SHARPE;
    }

    private static RotationVerdict stays(RotationReason reason, String more, List<GateEvidence> evidence) {
        return new RotationVerdict.Stays(
                Reason.of(reason, more.isEmpty() ? reason.sentence() : reason.sentence() + " " + more), evidence);
    }

    private static String messages(List<GateEvidence> gates) {
        return gates.stream()
                .map(gate -> gate.gate() + ": " + gate.reason().message())
                .collect(Collectors.joining("; "));
    }
}
