package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.quant.performance.CalendarReturn;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.HistogramBin;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.RollingStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How books did over a period.
 *
 * @param start the period begins with the equity of this moment; empty without any point
 * @param end last moment of the period
 * @param label of the newest point; empty without any
 * @param worth equity at both ends; empty without any point
 * @param curve what the money became; empty without any point
 * @param trades what was closed in the period
 */
public record PeriodPerformance(
        Optional<Instant> start,
        Instant end,
        Optional<RunLabel> label,
        Optional<Worth> worth,
        Optional<CurveDetails> curve,
        TradeStatistics trades) {

    /**
     * Equity at both ends, as it was.
     *
     * @param start at the start
     * @param end at the end
     * @param netCashFlow cash paid in less cash paid out in between
     */
    public record Worth(BigDecimal start, BigDecimal end, BigDecimal netCashFlow) {

        /** What was won: end - start - netCashFlow. */
        public BigDecimal netProfit() {
            return end.subtract(start).subtract(netCashFlow);
        }
    }

    /**
     * What follows from the curve.
     *
     * @param curve what the equity of the start became, as if no cash had been paid in or out since
     * @param summary return, falls and ratios
     * @param months returns of months
     * @param years returns of years
     * @param distribution how often returns of what size came
     * @param rolling figures of the newest returns at each moment
     * @param doNothing who keeps the money
     */
    public record CurveDetails(
            EquityCurve curve,
            PerformanceSummary summary,
            List<CalendarReturn> months,
            List<CalendarReturn> years,
            List<HistogramBin> distribution,
            RollingReturns rolling,
            PerformanceSummary doNothing) {

        public CurveDetails {
            months = List.copyOf(months);
            years = List.copyOf(years);
            distribution = List.copyOf(distribution);
        }
    }

    /**
     * Figures of the newest returns at each moment.
     *
     * @param window how many returns each looks at
     * @param points one for each full window
     * @param count returns there were
     */
    public record RollingReturns(int window, List<RollingStatistics> points, int count) {

        public RollingReturns {
            points = List.copyOf(points);
        }
    }
}
