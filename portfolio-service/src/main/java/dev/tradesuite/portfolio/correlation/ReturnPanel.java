package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturns;
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
 * Returns of several strategies side by side, over the newest days or hours in which any of them has one.
 *
 * @param rows days or hours
 * @param table empty when no strategy has a return; its period ends are days or hours since 1970
 * @param labels of the returns, each once
 * @param without strategies that have no return there
 */
record ReturnPanel(Rows rows, Optional<ReturnTable> table, List<RunLabel> labels, List<String> without) {

    ReturnPanel {
        labels = List.copyOf(labels);
        without = List.copyOf(without);
    }

    /** What a row is of. */
    enum Rows {
        DAYS(1),
        HOURS(24);

        private final int inADay;

        Rows(int inADay) {
            this.inADay = inADay;
        }

        /** How many a UTC day has. */
        int inADay() {
            return inADay;
        }
    }

    /** One strategy under one label: numbers of its rows, ascending, and their returns. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    private record Series(String code, RunLabel label, long[] rows, double[] values) {

        static Series of(StrategyReturns returns) {
            return new Series(
                    returns.code(),
                    returns.label(),
                    returns.days().stream()
                            .mapToLong(day -> day.day().toEpochDay())
                            .toArray(),
                    returns.days().stream().mapToDouble(DailyReturn::value).toArray());
        }

        static Series of(HourlyReturns returns) {
            return new Series(
                    returns.code(),
                    returns.label(),
                    returns.hours().stream().mapToLong(HourlyReturn::hour).toArray(),
                    returns.hours().stream().mapToDouble(HourlyReturn::value).toArray());
        }
    }

    /** Without any strategy. */
    static ReturnPanel empty(Rows rows) {
        return new ReturnPanel(rows, Optional.empty(), List.of(), List.of());
    }

    /**
     * Puts daily returns side by side; where a day has returns of several labels, LIVE counts before PAPER, and so on.
     *
     * @param codes of the strategies, in the order of the panel
     * @param days how many at most
     */
    static ReturnPanel of(List<StrategyReturns> returns, List<String> codes, int days) {
        return of(Rows.DAYS, returns.stream().map(Series::of).toList(), codes, days);
    }

    /** Puts hourly returns side by side, all there are. */
    static ReturnPanel ofHours(List<HourlyReturns> returns, List<String> codes) {
        return of(Rows.HOURS, returns.stream().map(Series::of).toList(), codes, Integer.MAX_VALUE);
    }

    private static ReturnPanel of(Rows rows, List<Series> all, List<String> codes, int most) {
        List<Series> present = all.stream().filter(one -> one.rows().length > 0).toList();
        List<RunLabel> labels =
                present.stream().map(Series::label).distinct().sorted().toList();
        long[] ends = newest(present, most);
        Map<String, double[]> series = series(present, ends);
        List<String> with = codes.stream().filter(series::containsKey).toList();
        List<String> without =
                codes.stream().filter(code -> !series.containsKey(code)).toList();
        return new ReturnPanel(
                rows,
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
        return table.map(returns -> day(returns.end(0)));
    }

    /** The last day; empty when there is none. */
    Optional<LocalDate> to() {
        return table.map(returns -> day(returns.end(returns.periods() - 1)));
    }

    /** Whether the last row is of a day that is not over; hours are told of when they are over. */
    boolean isPartial(LocalDate today) {
        return rows == Rows.DAYS && to().filter(day -> !day.isBefore(today)).isPresent();
    }

    private LocalDate day(long row) {
        return LocalDate.ofEpochDay(Math.floorDiv(row, rows.inADay()));
    }

    private static long[] newest(List<Series> returns, int most) {
        long first = returns.stream().mapToLong(one -> one.rows()[0]).min().orElse(0);
        BitSet present = new BitSet();
        for (Series one : returns) {
            for (long row : one.rows()) {
                present.set(Math.toIntExact(row - first));
            }
        }
        long[] ends = present.stream().mapToLong(offset -> first + offset).toArray();
        return Arrays.copyOfRange(ends, Math.max(0, ends.length - most), ends.length);
    }

    private static Map<String, double[]> series(List<Series> returns, long[] ends) {
        Map<String, double[]> series = new LinkedHashMap<>();
        List<Series> byLabel = new ArrayList<>(returns);
        byLabel.sort(Comparator.comparing(Series::label));
        for (Series one : byLabel) {
            int at = 0;
            for (int i = 0; i < one.rows().length; i++) {
                long row = one.rows()[i];
                while (at < ends.length && ends[at] < row) {
                    at++;
                }
                if (at < ends.length && ends[at] == row) {
                    double[] values = series.computeIfAbsent(one.code(), _ -> filled(ends.length));
                    values[at] = Double.isNaN(values[at]) ? one.values()[i] : values[at];
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
