package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.quant.moment.ReturnTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Daily returns of several strategies side by side, over the newest days on which any of them has one.
 *
 * @param table empty when no strategy has a return; its period ends are days since 1970
 * @param labels of the returns, each once
 * @param without strategies that have no return there
 */
record ReturnPanel(Optional<ReturnTable> table, List<RunLabel> labels, List<String> without) {

    ReturnPanel {
        labels = List.copyOf(labels);
        without = List.copyOf(without);
    }

    /**
     * Puts returns side by side; where a day has returns of several labels, LIVE counts before PAPER, and so on.
     *
     * @param codes of the strategies, in the order of the panel
     * @param days how many at most
     */
    static ReturnPanel of(List<StrategyReturns> returns, List<String> codes, int days) {
        List<StrategyReturns> present =
                returns.stream().filter(one -> !one.days().isEmpty()).toList();
        List<RunLabel> labels =
                present.stream().map(StrategyReturns::label).distinct().sorted().toList();
        long[] ends = newest(present, days);
        Map<String, double[]> series = series(present, ends);
        List<String> with = codes.stream().filter(series::containsKey).toList();
        List<String> without =
                codes.stream().filter(code -> !series.containsKey(code)).toList();
        return new ReturnPanel(
                with.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ReturnTable.of(
                                with, ends, with.stream().map(series::get).toArray(double[][]::new))),
                labels,
                without);
    }

    /** Codes of the strategies that have a return. */
    List<String> codes() {
        return table.map(ReturnTable::codes).orElse(List.of());
    }

    /** The first day; empty when there is none. */
    Optional<LocalDate> from() {
        return table.map(returns -> LocalDate.ofEpochDay(returns.end(0)));
    }

    /** The last day; empty when there is none. */
    Optional<LocalDate> to() {
        return table.map(returns -> LocalDate.ofEpochDay(returns.end(returns.periods() - 1)));
    }

    private static long[] newest(List<StrategyReturns> returns, int days) {
        long first = returns.stream()
                .mapToLong(one -> one.days().getFirst().day().toEpochDay())
                .min()
                .orElse(0);
        BitSet present = new BitSet();
        for (StrategyReturns one : returns) {
            for (DailyReturn day : one.days()) {
                present.set(Math.toIntExact(day.day().toEpochDay() - first));
            }
        }
        long[] ends = present.stream().mapToLong(offset -> first + offset).toArray();
        return Arrays.copyOfRange(ends, Math.max(0, ends.length - days), ends.length);
    }

    private static Map<String, double[]> series(List<StrategyReturns> returns, long[] ends) {
        Map<String, double[]> series = new LinkedHashMap<>();
        List<StrategyReturns> byLabel = new ArrayList<>(returns);
        byLabel.sort(Comparator.comparing(StrategyReturns::label));
        for (StrategyReturns one : byLabel) {
            int at = 0;
            for (DailyReturn day : one.days()) {
                long end = day.day().toEpochDay();
                while (at < ends.length && ends[at] < end) {
                    at++;
                }
                if (at < ends.length && ends[at] == end) {
                    double[] values = series.computeIfAbsent(one.code(), _ -> filled(ends.length));
                    values[at] = Double.isNaN(values[at]) ? day.value() : values[at];
                }
            }
        }
        return series;
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
