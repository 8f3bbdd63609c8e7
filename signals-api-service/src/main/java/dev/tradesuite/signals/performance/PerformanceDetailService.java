package dev.tradesuite.signals.performance;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.quant.performance.Baselines;
import dev.tradesuite.quant.performance.CalendarReturn;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.HistogramBin;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.quant.performance.ReturnSeries;
import dev.tradesuite.quant.performance.RollingStatistics;
import dev.tradesuite.signals.equity.CurveStore;
import dev.tradesuite.signals.series.BarCache;
import dev.tradesuite.signals.series.BarCloseStore;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Tells in detail how one account did; what was computed is kept until the next bar. */
public final class PerformanceDetailService {

    private static final int HISTOGRAM_BINS = 20;
    private static final int HOURS = 24;
    private static final int DAYS = 20;
    private static final int MOST_KEPT = 20;

    private final CurveStore curves;
    private final BarCloseStore prices;
    private final MarketSampling sampling;
    private final ZoneId zone;
    private final BarCache<ComparisonPeriod, Optional<DetailedPerformance>> kept = new BarCache<>(MOST_KEPT);

    /** @param zone whose months and years count */
    PerformanceDetailService(CurveStore curves, BarCloseStore prices, MarketSampling sampling, ZoneId zone) {
        this.curves = curves;
        this.prices = prices;
        this.sampling = sampling;
        this.zone = zone;
    }

    /** The period that is looked at; empty when there is no bar. */
    public Optional<PerformanceWindow> window(ModelSelection selection, ComparisonPeriod period) {
        return selection.end().map(end -> PerformanceWindow.of(period, end));
    }

    /**
     * How an account did; empty when it has no equity in the period.
     *
     * @param selection with one account at most
     */
    public Optional<DetailedPerformance> of(ModelSelection selection, ComparisonPeriod period) {
        return window(selection, period)
                .flatMap(window -> kept.get(selection, period, () -> compute(selection, period, window)));
    }

    private Optional<DetailedPerformance> compute(
            ModelSelection selection, ComparisonPeriod period, PerformanceWindow window) {
        ModelSeries series = selection.series().orElseThrow();
        ModelAccount account = selection.accounts().getFirst();
        PerformanceCurve read = PerformanceCurve.read(curves, series, account, window);
        return read.missing().isPresent()
                ? Optional.empty()
                : Optional.of(
                        details(series, new CurveReturns(read.curve(), sampling.of(series, period, window.end()))));
    }

    private DetailedPerformance details(ModelSeries series, CurveReturns account) {
        EquityCurve curve = account.curve();
        Optional<ReturnSeries> returns = curve.isCapitalLost()
                ? Optional.empty()
                : Optional.of(curve.returns(
                        account.sampling().interval(), account.sampling().dayEnd()));
        return new DetailedPerformance(
                curve,
                summary(curve, account),
                new DetailedPerformance.CalendarReturns(
                        CalendarReturn.monthly(curve, zone), CalendarReturn.yearly(curve, zone)),
                returns.map(all -> HistogramBin.of(all.values(), HISTOGRAM_BINS))
                        .orElse(List.of()),
                rolling(returns, account.sampling()),
                new DetailedPerformance.Baseline.Known(summary(Baselines.doNothing(curve), account)),
                HeldInstrument.of(curve, prices.closes(series, curve.start(), curve.end()))
                        .<DetailedPerformance.Baseline>map(
                                held -> new DetailedPerformance.Baseline.Known(summary(held, account)))
                        .orElse(new DetailedPerformance.Baseline.Unknown(MetricReason.NO_PRICES)));
    }

    private static PerformanceSummary summary(EquityCurve curve, CurveReturns account) {
        return PerformanceSummary.of(curve, List.of(), account.sampling());
    }

    private static DetailedPerformance.Rolling rolling(
            Optional<ReturnSeries> returns, PerformanceSummary.Sampling sampling) {
        int window = sampling.interval() == ReturnInterval.HOURLY ? HOURS : DAYS;
        return new DetailedPerformance.Rolling(
                window,
                returns.map(all -> RollingStatistics.of(
                                all, window, sampling.periodsPerYear(), sampling.riskFreePerYear()))
                        .orElse(List.of()),
                returns.map(ReturnSeries::size).orElse(0));
    }
}
