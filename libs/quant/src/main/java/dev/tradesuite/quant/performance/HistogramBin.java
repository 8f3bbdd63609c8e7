package dev.tradesuite.quant.performance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many values lie in a range.
 *
 * @param from lower end, included
 * @param to upper end, left out but for the last bin
 * @param count values in it
 */
public record HistogramBin(double from, double to, int count) {

    /**
     * The values in bins of equal width from the smallest to the largest. One bin when all are the same, none without
     * values.
     *
     * @param bins at least 1
     */
    public static List<HistogramBin> of(double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be at least 1, was " + bins);
        }
        if (values.length == 0) {
            return List.of();
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double width = (high - low) / bins;
        if (width <= 0) {
            return List.of(new HistogramBin(low, high, values.length));
        }
        int[] counts = new int[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
        }
        return IntStream.range(0, bins)
                .mapToObj(
                        i -> new HistogramBin(low + i * width, i == bins - 1 ? high : low + (i + 1) * width, counts[i]))
                .toList();
    }
}
