package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.returns.DailyReturn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a strategy is compared with, under the label it is judged by: its benchmark, else equal weights of all that have
 * its state. Labels are never mixed, so what is on paper is compared with what is on paper.
 */
final class BenchmarkReturns {

    private BenchmarkReturns() {}

    /** Returns of the benchmark, oldest first; none when there is nothing but the strategy itself. */
    static List<DailyReturn> of(RegisteredStrategy strategy, RotationPanel panel) {
        RunLabel label = RotationPanel.label(strategy);
        return strategy.benchmark().map(code -> panel.days(code, label)).orElseGet(() -> panel.equalWeights()
                .getOrDefault(strategy.state(), List.of()));
    }

    /**
     * The mean of those that have a return on the day: weights are made equal again every day. None of fewer than two.
     */
    static List<DailyReturn> equalWeights(List<List<DailyReturn>> peers) {
        if (peers.size() < 2) {
            return List.of();
        }
        Map<LocalDate, double[]> sums = new TreeMap<>();
        for (List<DailyReturn> peer : peers) {
            for (DailyReturn day : peer) {
                double[] sum = sums.computeIfAbsent(day.day(), _ -> new double[2]);
                sum[0] += day.value();
                sum[1]++;
            }
        }
        return sums.entrySet().stream()
                .map(day -> new DailyReturn(day.getKey(), day.getValue()[0] / day.getValue()[1]))
                .toList();
    }
}
