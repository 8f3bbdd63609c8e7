package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What prices and returns of several assets have in common: codes, times and one series for each code. */
final class TableShape {

    private TableShape() {}

    static void require(List<String> codes, long[] times, double[][] series) {
        if (codes.isEmpty()) {
            throw new QuantException(QuantProblem.EMPTY, "a table needs at least one asset");
        }
        if (codes.size() != series.length) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE, "%d codes have %d series".formatted(codes.size(), series.length));
        }
        requireDistinct(codes);
        requireAscending(times);
        for (int i = 0; i < series.length; i++) {
            if (series[i].length != times.length) {
                throw new QuantException(
                        QuantProblem.WRONG_SIZE,
                        "%s has %d values for %d times".formatted(codes.get(i), series[i].length, times.length));
            }
        }
    }

    private static void requireDistinct(List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw new QuantException(QuantProblem.DUPLICATE_CODE, code + " is named twice");
            }
        }
    }

    private static void requireAscending(long[] times) {
        for (int t = 1; t < times.length; t++) {
            if (times[t] <= times[t - 1]) {
                throw new QuantException(
                        QuantProblem.DATES_NOT_ALIGNED, "time %d must be after the one before it".formatted(t));
            }
        }
    }

    static double[][] copy(double[][] series) {
        double[][] copy = new double[series.length][];
        for (int i = 0; i < series.length; i++) {
            copy[i] = series[i].clone();
        }
        return copy;
    }
}
