package dev.tradesuite.signals.performance;

import dev.tradesuite.quant.performance.CalendarReturn;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.HistogramBin;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.RollingStatistics;
import java.util.List;

/**
 * How an account did, in detail.
 *
 * @param curve its equity, the start of the period included
 * @param summary return, falls and ratios
 * @param calendar returns of months and years
 * @param distribution how often returns of what size came
 * @param rolling figures of the newest returns at each moment
 * @param doNothing who keeps the money
 * @param buyAndHold who buys the instrument with all of it at the start, without costs
 */
public record DetailedPerformance(
        EquityCurve curve,
        PerformanceSummary summary,
        CalendarReturns calendar,
        List<HistogramBin> distribution,
        Rolling rolling,
        Baseline doNothing,
        Baseline buyAndHold) {

    public DetailedPerformance {
        distribution = List.copyOf(distribution);
    }

    /** Returns of months and years, oldest first. */
    public record CalendarReturns(List<CalendarReturn> months, List<CalendarReturn> years) {}

    /**
     * Figures of the newest returns at each moment.
     *
     * @param window how many returns each looks at
     * @param points one for each full window
     * @param count returns there were
     */
    public record Rolling(int window, List<RollingStatistics> points, int count) {}

    /** What the account is compared with. */
    public sealed interface Baseline {

        /** It could be computed. */
        record Known(PerformanceSummary summary) implements Baseline {}

        /** It could not. */
        record Unknown(MetricReason why) implements Baseline {}

        /** Return of the period. */
        default Metric totalReturn() {
            return switch (this) {
                case Known(PerformanceSummary summary) -> summary.totalReturn();
                case Unknown(MetricReason why) -> Metric.absent(why);
            };
        }
    }
}
