package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statistics of a window of returns that ends at a moment.
 *
 * @param at time of the window's last return
 * @param statistics of the window
 */
public record RollingStatistics(Instant at, ReturnStatistics statistics) {

    /**
     * One for each full window, oldest first; nothing it says depends on later returns.
     *
     * @param window returns in it, at least {@value ReturnStatistics#MIN_RETURNS}
     */
    public static List<RollingStatistics> of(
            ReturnSeries series, int window, double periodsPerYear, double riskFreePerYear) {
        if (window < ReturnStatistics.MIN_RETURNS) {
            throw new IllegalArgumentException(
                    "window must be at least " + ReturnStatistics.MIN_RETURNS + ", was " + window);
        }
        Basis basis = new Basis(series.interval(), window, periodsPerYear);
        return IntStream.rangeClosed(window, series.size())
                .mapToObj(end -> new RollingStatistics(
                        series.end(end - 1),
                        ReturnStatistics.of(series.values(end - window, end), basis, riskFreePerYear)))
                .toList();
    }
}
