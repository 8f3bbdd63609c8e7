package dev.tradesuite.signals.performance;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.BarCache;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares how models did. The period ends with the newest bar, not with the clock: while no bar arrives nothing
 * changes, and a run over the past is told of like the live one. What was computed is kept until the next bar.
 */
public final class PerformanceService {

    private static final int MOST_KEPT = 200;

    private final PerformanceStores stores;
    private final MarketSampling sampling;
    private final BarCache<ComparisonPeriod, List<ModelPerformance>> kept = new BarCache<>(MOST_KEPT);

    PerformanceService(PerformanceStores stores, MarketSampling sampling) {
        this.stores = stores;
        this.sampling = sampling;
    }

    /** The period that is looked at; empty when there is no bar. */
    public Optional<PerformanceWindow> window(ModelSelection selection, ComparisonPeriod period) {
        return selection.end().map(end -> PerformanceWindow.of(period, end));
    }

    /** How the accounts did. */
    public List<ModelPerformance> of(ModelSelection selection, ComparisonPeriod period) {
        return window(selection, period)
                .map(window -> kept.get(selection, period, () -> compute(selection, period, window)))
                .orElse(List.of());
    }

    private List<ModelPerformance> compute(
            ModelSelection selection, ComparisonPeriod period, PerformanceWindow window) {
        ModelSeries series = selection.series().orElseThrow();
        PerformanceSummary.Sampling taken = sampling.of(series, period, window.end());
        Map<Integer, TradeStatistics> trades =
                stores.trades().totals(series, window.start().orElse(null), window.end());
        LocalDate day =
                LocalDate.ofInstant(selection.newestClose().orElseThrow().minusMillis(1), ZoneOffset.UTC);
        Map<Integer, Double> daily = stores.kept().dailyReturns(series, day);
        Map<Integer, Integer> open = stores.kept().openPositions(series);
        return selection.accounts().stream()
                .map(account -> {
                    int id = account.strategy().id();
                    Double ofDay = daily.get(id);
                    return PerformanceCurve.read(stores.curves(), series, account, window)
                            .performance(
                                    taken,
                                    trades.getOrDefault(id, TradeStatistics.NONE),
                                    ofDay == null ? Metric.absent(MetricReason.NO_EQUITY) : Metric.of(ofDay),
                                    open.getOrDefault(id, 0));
                })
                .toList();
    }
}
