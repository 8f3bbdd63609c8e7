package dev.tradesuite.portfolio.monitoring.web;

import dev.tradesuite.contracts.portfolio.LivePortfolioRisk;
import dev.tradesuite.contracts.portfolio.PortfolioStateTold;
import dev.tradesuite.contracts.portfolio.TailFigure;
import dev.tradesuite.contracts.portfolio.TailRiskMethod;
import dev.tradesuite.contracts.portfolio.TradeImpactAnswer;
import dev.tradesuite.portfolio.monitoring.JudgedLimit;
import dev.tradesuite.portfolio.monitoring.LiveRisk;
import dev.tradesuite.portfolio.monitoring.TradeImpactService;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.risk.TailRisk;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes live risk, for answers and for events. */
public final class LiveRiskMapper {

    private LiveRiskMapper() {}

    /** All of it. */
    public static LivePortfolioRisk risk(LiveRisk risk) {
        return new LivePortfolioRisk(
                risk.accountId(),
                risk.currency(),
                risk.label(),
                risk.asOf(),
                risk.worth().equity(),
                risk.worth().balance(),
                risk.worth().peak(),
                risk.worth().drawdown(),
                risk.gross(),
                risk.net(),
                symbols(risk),
                strategies(risk),
                tails(risk, TailRisk::valueAtRisk),
                tails(risk, TailRisk::expectedShortfall),
                value(risk.loss().volatility()),
                value(risk.loss().shortfall()),
                risk.loss().observations(),
                limits(risk),
                stale(risk));
    }

    /** What the account is worth and holds. */
    public static PortfolioStateTold state(LiveRisk risk) {
        return new PortfolioStateTold(
                risk.accountId(),
                risk.currency(),
                risk.label(),
                risk.asOf(),
                risk.worth().equity(),
                risk.worth().balance(),
                risk.worth().drawdown(),
                risk.gross(),
                risk.net(),
                symbols(risk));
    }

    static TradeImpactAnswer impact(TradeImpactService.Trade trade, TradeImpactService.Outcome.Told told) {
        return new TradeImpactAnswer(
                trade.accountId(),
                trade.strategy(),
                trade.instrument().symbol(),
                told.lots(),
                told.notional(),
                told.price().price(),
                told.price().at(),
                part(told.before()),
                part(told.after()),
                stale(told.after()));
    }

    private static TradeImpactAnswer.Risk part(LiveRisk risk) {
        return new TradeImpactAnswer.Risk(
                risk.gross(),
                risk.net(),
                value(risk.loss().volatility()),
                tails(risk, TailRisk::valueAtRisk),
                value(risk.loss().shortfall()),
                strategies(risk),
                limits(risk));
    }

    private static List<LivePortfolioRisk.SymbolExposure> symbols(LiveRisk risk) {
        return risk.symbols().stream()
                .map(part -> new LivePortfolioRisk.SymbolExposure(
                        part.symbol(),
                        part.lots(),
                        part.price().price(),
                        part.price().at(),
                        part.exposure()))
                .toList();
    }

    private static List<LivePortfolioRisk.StrategyExposure> strategies(LiveRisk risk) {
        return risk.strategies().stream()
                .map(part -> new LivePortfolioRisk.StrategyExposure(
                        part.strategy(), part.gross(), part.net(), value(part.contribution()), value(part.share())))
                .toList();
    }

    private static List<TailFigure> tails(LiveRisk risk, Function<TailRisk, Metric> figure) {
        return risk.loss().tails().stream()
                .map(tail -> {
                    Metric metric = figure.apply(tail);
                    return new TailFigure(
                            TailRiskMethod.valueOf(tail.method().name()),
                            tail.level().confidence(),
                            tail.level().horizon(),
                            tail.observations(),
                            value(metric.value()),
                            metric.reason().map(MetricReason::sentence).orElse(null));
                })
                .toList();
    }

    private static List<LivePortfolioRisk.Limit> limits(LiveRisk risk) {
        return risk.limits().stream().map(LiveRiskMapper::limit).toList();
    }

    private static LivePortfolioRisk.Limit limit(JudgedLimit limit) {
        return new LivePortfolioRisk.Limit(
                limit.limit(),
                limit.standing(),
                value(limit.measured()),
                limit.allowed(),
                limit.subject().orElse(null),
                limit.reason().orElse(null));
    }

    private static List<LivePortfolioRisk.StalePart> stale(LiveRisk risk) {
        return risk.stale().stream()
                .map(part -> new LivePortfolioRisk.StalePart(part.part(), part.reason()))
                .toList();
    }

    private static @Nullable Double value(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
