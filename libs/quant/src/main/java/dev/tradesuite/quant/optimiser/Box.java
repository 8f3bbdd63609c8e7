package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Weights between bounds that sum to a budget.
 *
 * @param lower least weights
 * @param upper largest weights
 * @param budget their sum
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Box(double[] lower, double[] upper, double budget) {

    int size() {
        return lower.length;
    }

    /** The same weights, told as fixed ones where the bounds leave only one choice because they sum to the budget. */
    Box tightened() {
        double rounding = 1e-12 * size();
        if (Vectors.sum(upper) <= budget + rounding) {
            return new Box(upper, upper, budget);
        }
        return Vectors.sum(lower) >= budget - rounding ? new Box(lower, lower, budget) : this;
    }

    boolean isFixed(int asset) {
        return lower[asset] >= upper[asset];
    }

    /**
     * The corner with the greatest sum of weight x value: everything at its lower bound, then filled up in the order of
     * the values, of equal ones the first.
     */
    Vertex best(double[] values) {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = lower.clone();
        double left = budget - Vectors.sum(lower);
        int last = order[0];
        for (int asset : order) {
            if (left <= 0) {
                break;
            }
            last = asset;
            double taken = Math.min(left, upper[asset] - lower[asset]);
            weights[asset] = taken < left ? upper[asset] : lower[asset] + taken;
            left -= taken;
        }
        return new Vertex(weights, last);
    }

    /**
     * A corner of the box.
     *
     * @param weights all at a bound but one
     * @param free the one that may be between its bounds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vertex(double[] weights, int free) {}
}
