package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.portfolio.returns.TrackRecord;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.SharpeDifference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a strategy on paper or with money must keep so as not to be suspended. */
public final class SuspensionGates {

    private SuspensionGates() {}

    /**
     * Evidence of each gate. What a strategy earned before it came to its state is not held against it, so that one
     * that somebody has let back is measured anew.
     *
     * @param strategy PAPER or LIVE
     * @param returns of the strategy, of all labels
     * @param halted its accounts, and itself, where risk-service has them HALTED
     */
    public static List<GateEvidence> of(
            RegisteredStrategy strategy,
            EvidenceRules rules,
            List<StrategyReturns> returns,
            List<ToldTradingStates.One> halted) {
        List<GateEvidence> gates = new ArrayList<>();
        boolean live = strategy.state() == LifecycleState.LIVE;
        if (live) {
            gates.add(sharpe(since(strategy, days(returns, RunLabel.LIVE)), days(returns, RunLabel.PAPER), rules));
        }
        gates.add(drawdown(since(strategy, days(returns, live ? RunLabel.LIVE : RunLabel.PAPER)), rules));
        gates.add(allowed(halted));
        return List.copyOf(gates);
    }

    /** Below 80 % of a ratio above 0, and below 120 % of one below it: worse by a fifth either way. */
    private static GateEvidence sharpe(List<DailyReturn> live, List<DailyReturn> paper, EvidenceRules rules) {
        EvidenceRules.Suspension wanted = rules.suspension();
        if (live.size() < wanted.days()) {
            return GateEvidence.unknown(
                    LifecycleGate.LIVE_SHARPE,
                    "%d returns with money since it is LIVE, %d are needed".formatted(live.size(), wanted.days()));
        }
        TrackRecord money = TrackRecord.of(live, rules.periodsPerYear());
        TrackRecord onPaper = TrackRecord.of(paper, rules.periodsPerYear());
        return GateEvidence.atLeast(
                        LifecycleGate.LIVE_SHARPE,
                        money.sharpe(),
                        onPaper.sharpe().map(ratio -> ratio - (1 - wanted.sharpeShare()) * Math.abs(ratio)))
                .withChance(
                        paper.isEmpty()
                                ? Metric.absent(MetricReason.TOO_FEW_RETURNS)
                                : SharpeDifference.byChance(onPaper.values(), money.values()));
    }

    private static GateEvidence drawdown(List<DailyReturn> days, EvidenceRules rules) {
        return days.isEmpty()
                ? GateEvidence.unknown(LifecycleGate.RUNNING_DRAWDOWN, "It has no return since it came to its state")
                : GateEvidence.atMost(
                        LifecycleGate.RUNNING_DRAWDOWN,
                        TrackRecord.of(days, rules.periodsPerYear()).drawdown(),
                        Metric.of(rules.suspension().drawdown()));
    }

    private static GateEvidence allowed(List<ToldTradingStates.One> halted) {
        return halted.isEmpty()
                ? GateEvidence.plain(
                        LifecycleGate.TRADING_ALLOWED,
                        EvidenceReason.EVIDENCE_SUFFICES,
                        "Nothing is halted, as far as risk-service has told")
                : GateEvidence.plain(
                        LifecycleGate.TRADING_ALLOWED,
                        EvidenceReason.TRADING_IS_HALTED,
                        halted.stream()
                                .map(one -> "%s %s is HALTED by %s: %s"
                                        .formatted(one.scope(), one.id(), one.changedBy(), one.cause()))
                                .collect(Collectors.joining("; ")));
    }

    private static List<DailyReturn> days(List<StrategyReturns> returns, RunLabel label) {
        return returns.stream()
                .filter(one -> one.label() == label)
                .findFirst()
                .map(StrategyReturns::days)
                .orElse(List.of());
    }

    private static List<DailyReturn> since(RegisteredStrategy strategy, List<DailyReturn> days) {
        LocalDate came = LocalDate.ofInstant(strategy.stage().since(), ZoneOffset.UTC);
        return days.stream().filter(day -> day.day().isAfter(came)).toList();
    }
}
