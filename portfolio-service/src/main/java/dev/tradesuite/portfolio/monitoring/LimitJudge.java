package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.contracts.portfolio.MonitoringReason;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.risk.TailMethod;
import dev.tradesuite.quant.risk.TailRisk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was measured with the limits. What is old or missing keeps no limit: it is unknown. */
final class LimitJudge {

    private static final List<MonitoringReason> ANY = List.of(MonitoringReason.values());

    private final MonitoringLimits limits;

    LimitJudge(MonitoringLimits limits) {
        this.limits = limits;
    }

    /**
     * What was measured.
     *
     * @param drawdown fall of equity
     * @param strategies that hold anything
     * @param stale what is old or missing
     */
    record Measured(
            double drawdown,
            LiveRisk.Loss loss,
            List<LiveRisk.StrategyPart> strategies,
            List<LiveRisk.StaleReason> stale) {}

    List<JudgedLimit> judge(Measured measured, Set<PortfolioLimit> breached) {
        return List.of(
                valueAtRisk(measured, breached.contains(PortfolioLimit.VALUE_AT_RISK)),
                drawdown(measured, breached.contains(PortfolioLimit.DRAWDOWN)),
                contribution(measured, breached.contains(PortfolioLimit.STRATEGY_CONTRIBUTION)));
    }

    private JudgedLimit valueAtRisk(Measured measured, boolean was) {
        PortfolioLimit limit = PortfolioLimit.VALUE_AT_RISK;
        Optional<Reason> unsure = unsure(measured, ANY);
        if (unsure.isPresent()) {
            return unknown(limit, unsure.get());
        }
        if (measured.loss().tails().isEmpty()) {
            return judged(limit, 0, Optional.empty(), was);
        }
        Metric metric = measured.loss().tails().stream()
                .filter(tail -> tail.method() == TailMethod.HISTORICAL
                        && tail.level().confidence() == LiveRiskCalculator.CONFIDENCE)
                .map(TailRisk::valueAtRisk)
                .findFirst()
                .orElseThrow();
        return metric.value().isPresent()
                ? judged(limit, metric.value().getAsDouble(), Optional.empty(), was)
                : unknown(
                        limit,
                        Reason.of(
                                MonitoringReason.TOO_FEW_COMMON_DAYS,
                                metric.reason().orElseThrow().sentence()));
    }

    /** Rests on the books and on prices alone. */
    private JudgedLimit drawdown(Measured measured, boolean was) {
        return unsure(measured, List.of(MonitoringReason.BOOKS_STALE, MonitoringReason.PRICE_STALE))
                .map(reason -> unknown(PortfolioLimit.DRAWDOWN, reason))
                .orElseGet(() -> judged(PortfolioLimit.DRAWDOWN, measured.drawdown(), Optional.empty(), was));
    }

    private JudgedLimit contribution(Measured measured, boolean was) {
        PortfolioLimit limit = PortfolioLimit.STRATEGY_CONTRIBUTION;
        List<LiveRisk.StrategyPart> named = measured.strategies().stream()
                .filter(part -> !part.strategy().equals(LiveRiskCalculator.UNASSIGNED))
                .toList();
        if (limits.mustBeAbove(named.size())) {
            return notApplicable(limit, MonitoringReason.TOO_FEW_STRATEGIES);
        }
        Optional<Reason> unsure = unsure(measured, ANY);
        if (unsure.isPresent()) {
            return unknown(limit, unsure.get());
        }
        return named.stream()
                .filter(part -> part.share().isPresent())
                .max(Comparator.comparingDouble(part -> part.share().orElseThrow()))
                .map(part -> judged(limit, part.share().orElseThrow(), Optional.of(part.strategy()), was))
                .orElseGet(() -> notApplicable(limit, MonitoringReason.NO_TAIL_LOSS));
    }

    private static Optional<Reason> unsure(Measured measured, List<MonitoringReason> whys) {
        Set<String> codes = whys.stream().map(Enum::name).collect(Collectors.toSet());
        return measured.stale().stream()
                .map(LiveRisk.StaleReason::reason)
                .filter(reason -> codes.contains(reason.code()))
                .findFirst();
    }

    private JudgedLimit judged(PortfolioLimit limit, double measured, Optional<String> subject, boolean was) {
        return new JudgedLimit(
                limit,
                limits.isBreached(limit, measured, was) ? LimitStanding.BREACHED : LimitStanding.KEPT,
                OptionalDouble.of(measured),
                limits.allowed(limit),
                subject,
                Optional.empty());
    }

    private JudgedLimit unknown(PortfolioLimit limit, Reason reason) {
        return without(limit, LimitStanding.UNKNOWN, reason);
    }

    private JudgedLimit notApplicable(PortfolioLimit limit, MonitoringReason why) {
        return without(limit, LimitStanding.NOT_APPLICABLE, Reason.of(why, why.sentence()));
    }

    private JudgedLimit without(PortfolioLimit limit, LimitStanding standing, Reason reason) {
        return new JudgedLimit(
                limit, standing, OptionalDouble.empty(), limits.allowed(limit), Optional.empty(), Optional.of(reason));
    }
}
