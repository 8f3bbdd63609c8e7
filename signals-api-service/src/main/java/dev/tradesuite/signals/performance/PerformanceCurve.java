package dev.tradesuite.signals.performance;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.quant.performance.Basis;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.equity.AccountPoint;
import dev.tradesuite.signals.equity.CurveStore;
import dev.tradesuite.signals.equity.CurveWindow;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The equity of an account over a period, its start included. */
final class PerformanceCurve {

    private final ModelAccount account;
    private final Instant start;
    private final BigDecimal starting;
    private final List<AccountPoint> points;

    private PerformanceCurve(ModelAccount account, Instant start, BigDecimal starting, List<AccountPoint> points) {
        this.account = account;
        this.start = start;
        this.starting = starting;
        this.points = points;
    }

    /** Reads it. What the account had when the period began is its newest point by then, else what it began with. */
    static PerformanceCurve read(CurveStore store, ModelSeries series, ModelAccount account, PerformanceWindow window) {
        int id = account.strategy().id();
        Instant from = window.start().orElse(Instant.EPOCH);
        List<AccountPoint> points =
                store.points(series, id, new CurveWindow(from, window.end()), EquityResolution.POINTS);
        return window.start()
                .flatMap(moment -> store.before(series, id, moment))
                .map(before -> new PerformanceCurve(account, before.at(), before.equity(), points))
                .orElseGet(() -> new PerformanceCurve(
                        account, opening(series, account, points, window), account.startingCapital(), points));
    }

    /** When an account began: the opening of its first bar. */
    private static Instant opening(
            ModelSeries series, ModelAccount account, List<AccountPoint> points, PerformanceWindow window) {
        Instant first = points.isEmpty() ? window.end() : points.getFirst().at();
        Instant opened = account.firstBar();
        return opened != null && opened.isBefore(first)
                ? opened
                : first.minus(series.timeframe().length());
    }

    ModelPerformance performance(
            PerformanceSummary.Sampling sampling, TradeStatistics trades, Metric daily, int openPositions) {
        Optional<MetricReason> missing = missing();
        if (missing.isPresent()) {
            return absent(sampling, trades, daily, openPositions, missing.get());
        }
        PerformanceSummary summary = PerformanceSummary.of(curve(), List.of(), sampling);
        return new ModelPerformance(
                account,
                trades,
                new ModelPerformance.Gains(summary.totalReturn(), daily),
                new ModelPerformance.Falls(
                        Metric.of(summary.drawdown().maximum()),
                        Metric.of(summary.drawdown().current())),
                new ModelPerformance.Ratios(summary.returns(), summary.calmar()),
                openPositions);
    }

    private ModelPerformance absent(
            PerformanceSummary.Sampling sampling,
            TradeStatistics trades,
            Metric daily,
            int openPositions,
            MetricReason why) {
        Metric none = Metric.absent(why);
        return new ModelPerformance(
                account,
                trades,
                new ModelPerformance.Gains(none, daily),
                new ModelPerformance.Falls(none, none),
                new ModelPerformance.Ratios(
                        new ReturnStatistics(
                                new Basis(sampling.interval(), 0, sampling.periodsPerYear()), none, none, none),
                        none),
                openPositions);
    }

    /** Why there is no curve; empty when there is one. */
    Optional<MetricReason> missing() {
        if (starting.signum() <= 0) {
            return Optional.of(MetricReason.CAPITAL_LOST);
        }
        return points.isEmpty() ? Optional.of(MetricReason.NO_EQUITY) : Optional.empty();
    }

    /** The curve, when nothing is missing. */
    EquityCurve curve() {
        long[] millis = new long[points.size() + 1];
        double[] equity = new double[points.size() + 1];
        millis[0] = start.toEpochMilli();
        equity[0] = starting.doubleValue();
        for (int i = 0; i < points.size(); i++) {
            millis[i + 1] = points.get(i).at().toEpochMilli();
            equity[i + 1] = points.get(i).equity().doubleValue();
        }
        return EquityCurve.of(millis, equity);
    }
}
