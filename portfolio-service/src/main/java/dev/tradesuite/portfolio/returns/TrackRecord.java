package dev.tradesuite.portfolio.returns;

import dev.tradesuite.quant.performance.DayEnd;
import dev.tradesuite.quant.performance.Drawdown;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.quant.performance.ReturnStatistics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How daily returns of one label did. The curve begins with the starting capital of 1 at the start of the first day, so
 * that a loss on it is a drawdown.
 *
 * @param returns oldest first
 * @param sharpe a year, without a risk-free rate
 * @param volatility a year, as a fraction
 * @param drawdown the deepest fall, as a positive fraction
 */
public record TrackRecord(List<DailyReturn> returns, Metric sharpe, Metric volatility, Metric drawdown) {

    public TrackRecord {
        returns = List.copyOf(returns);
    }

    /** How many returns. */
    public int days() {
        return returns.size();
    }

    /** The returns alone, oldest first. */
    public double[] values() {
        return returns.stream().mapToDouble(DailyReturn::value).toArray();
    }

    /** Of daily returns, oldest first; figures that need more of them are absent. */
    public static TrackRecord of(List<DailyReturn> returns, double periodsPerYear) {
        if (returns.isEmpty()) {
            Metric absent = Metric.absent(MetricReason.TOO_FEW_RETURNS);
            return new TrackRecord(returns, absent, absent, absent);
        }
        EquityCurve curve = curve(returns);
        Metric drawdown = Metric.of(Drawdown.of(curve).maximum());
        if (curve.isCapitalLost()) {
            Metric lost = Metric.absent(MetricReason.CAPITAL_LOST);
            return new TrackRecord(returns, lost, lost, drawdown);
        }
        ReturnStatistics statistics =
                ReturnStatistics.of(curve.returns(ReturnInterval.DAILY, DayEnd.UTC), periodsPerYear, 0);
        return new TrackRecord(returns, statistics.sharpe(), statistics.volatility(), drawdown);
    }

    private static EquityCurve curve(List<DailyReturn> returns) {
        long[] times = new long[returns.size() + 1];
        double[] equity = new double[returns.size() + 1];
        times[0] = start(returns.getFirst().day());
        equity[0] = 1;
        for (int i = 0; i < returns.size(); i++) {
            times[i + 1] = start(returns.get(i).day().plusDays(1));
            equity[i + 1] = equity[i] * (1 + returns.get(i).value());
        }
        return EquityCurve.of(times, equity);
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
