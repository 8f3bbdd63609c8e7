package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.portfolio.returns.TrackRecord;
import dev.tradesuite.quant.performance.DeflatedSharpe;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.SharpeDifference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Measures what a strategy has to show. Labels are never mixed: a backtest is one thing, paper another. */
final class EvidenceService {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ReturnReader returns;
    private final LastFetches fetches;

    EvidenceService(ReturnReader returns, LastFetches fetches) {
        this.returns = returns;
        this.fetches = fetches;
    }

    /** Evidence of each gate before a state, all of them whether passed or not; none where nothing has to be shown. */
    List<GateEvidence> before(LifecycleState to, RegisteredStrategy strategy, EvidenceRules rules) {
        return switch (to) {
            case VALIDATION -> beforeValidation(strategy, rules);
            case PAPER -> strategy.state() == LifecycleState.SUSPENDED ? List.of() : beforePaper(strategy, rules);
            case LIVE -> beforeLive(strategy, rules);
            case DISCOVERY, SUSPENDED, RETIRED -> List.of();
        };
    }

    private List<GateEvidence> beforeValidation(RegisteredStrategy strategy, EvidenceRules rules) {
        int most =
                all(strategy).stream().mapToInt(one -> one.days().size()).max().orElse(0);
        return List.of(
                source(strategy, most),
                GateEvidence.atLeast(
                        LifecycleGate.DAILY_RETURNS,
                        Metric.of(most),
                        Metric.of(rules.validation().returns())));
    }

    private GateEvidence source(RegisteredStrategy strategy, int returnsFound) {
        Optional<LastFetch> last =
                Optional.ofNullable(fetches.of(List.of(strategy.code())).get(strategy.code()));
        boolean imported = strategy.source() instanceof StrategySource.Imported;
        if (imported ? returnsFound == 0 : last.isEmpty()) {
            return source(EvidenceReason.SOURCE_NEVER_ASKED, EvidenceReason.SOURCE_NEVER_ASKED.sentence());
        }
        return last.flatMap(LastFetch::failure)
                .map(failure -> source(EvidenceReason.SOURCE_FAILED_LAST, failure.message()))
                .orElseGet(() -> source(
                        EvidenceReason.EVIDENCE_SUFFICES, strategy.source().text() + " answers"));
    }

    private static GateEvidence source(EvidenceReason reason, String message) {
        return GateEvidence.plain(LifecycleGate.SOURCE_ANSWERS, reason, message);
    }

    private List<GateEvidence> beforePaper(RegisteredStrategy strategy, EvidenceRules rules) {
        TrackRecord backtest = of(all(strategy), RunLabel.BACKTEST, rules);
        EvidenceRules.Paper wanted = rules.paper();
        return List.of(
                GateEvidence.atLeast(LifecycleGate.BACKTEST_DAYS, Metric.of(backtest.days()), Metric.of(wanted.days())),
                GateEvidence.atLeast(LifecycleGate.SHARPE, backtest.sharpe(), Metric.of(wanted.sharpe())),
                GateEvidence.atMost(LifecycleGate.MAXIMUM_DRAWDOWN, backtest.drawdown(), Metric.of(wanted.drawdown())),
                GateEvidence.atLeast(
                        LifecycleGate.DEFLATED_SHARPE, deflated(backtest, wanted), Metric.of(wanted.deflatedSharpe())));
    }

    private static Metric deflated(TrackRecord backtest, EvidenceRules.Paper rules) {
        Double stated = rules.ratioVariance();
        double variance = stated == null ? 1.0 / Math.max(backtest.days() - 1, 1) : stated;
        return DeflatedSharpe.of(backtest.values(), rules.variants(), variance);
    }

    private List<GateEvidence> beforeLive(RegisteredStrategy strategy, EvidenceRules rules) {
        List<StrategyReturns> all = all(strategy);
        TrackRecord backtest = of(all, RunLabel.BACKTEST, rules);
        TrackRecord paper = of(all, RunLabel.PAPER, rules);
        EvidenceRules.Live wanted = rules.live();
        return List.of(
                GateEvidence.atLeast(LifecycleGate.PAPER_DAYS, Metric.of(paper.days()), Metric.of(wanted.days())),
                GateEvidence.atLeast(
                                LifecycleGate.PAPER_SHARPE,
                                paper.sharpe(),
                                backtest.sharpe().map(sharpe -> sharpe * wanted.sharpeShare()))
                        .withChance(SharpeDifference.byChance(backtest.values(), paper.values())),
                GateEvidence.atMost(
                        LifecycleGate.PAPER_VOLATILITY,
                        paper.volatility(),
                        backtest.volatility().map(volatility -> volatility * wanted.volatilityShare())),
                broker(rules));
    }

    private static GateEvidence broker(EvidenceRules rules) {
        String broker = rules.broker();
        return broker == null
                ? GateEvidence.plain(
                        LifecycleGate.BROKER, EvidenceReason.BROKER_NOT_SET, EvidenceReason.BROKER_NOT_SET.sentence())
                : GateEvidence.plain(LifecycleGate.BROKER, EvidenceReason.EVIDENCE_SUFFICES, "The broker is " + broker);
    }

    private List<StrategyReturns> all(RegisteredStrategy strategy) {
        return returns.read(new ReturnReader.Wanted(List.of(strategy.code()), FIRST, LAST, Optional.empty()));
    }

    private static TrackRecord of(List<StrategyReturns> all, RunLabel label, EvidenceRules rules) {
        return TrackRecord.of(
                all.stream()
                        .filter(one -> one.label() == label)
                        .findFirst()
                        .map(StrategyReturns::days)
                        .orElse(List.of()),
                rules.periodsPerYear());
    }
}
