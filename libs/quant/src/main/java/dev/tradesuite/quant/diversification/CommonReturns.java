package dev.tradesuite.quant.diversification;

import dev.tradesuite.quant.linear.Vectors;
import dev.tradesuite.quant.returns.Correlation;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A series of returns, made ready to be correlated with others.
 *
 * @param values NaN where there is none
 * @param present the periods that have one
 * @param standard deviations from the mean over their root sum of squares, so that products sum up to correlations;
 *     empty when a period is missing or the series does not vary
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record CommonReturns(double[] values, BitSet present, double[] standard) {

    private static final double[] NONE = {};

    static CommonReturns of(double[] values) {
        BitSet present = new BitSet(values.length);
        for (int t = 0; t < values.length; t++) {
            present.set(t, !Double.isNaN(values[t]));
        }
        return new CommonReturns(values, present, present.cardinality() == values.length ? standard(values) : NONE);
    }

    int commonWith(CommonReturns other) {
        return common(other).cardinality();
    }

    /** NaN when one of the two does not vary over the common periods. */
    double correlation(CommonReturns other) {
        if (standard.length > 0 && other.standard.length > 0) {
            return Math.clamp(Vectors.dot(standard, other.standard), -1.0, 1.0);
        }
        int[] periods = common(other).stream().toArray();
        return Correlation.pearson(at(periods, values), at(periods, other.values))
                .orElse(Double.NaN);
    }

    private BitSet common(CommonReturns other) {
        BitSet common = (BitSet) present.clone();
        common.and(other.present);
        return common;
    }

    private static double[] at(int[] periods, double[] values) {
        return Arrays.stream(periods).mapToDouble(t -> values[t]).toArray();
    }

    private static double[] standard(double[] values) {
        // A series correlates with itself only when it varies by more than rounding.
        if (Correlation.pearson(values, values).isEmpty()) {
            return NONE;
        }
        double mean = Vectors.sum(values) / values.length;
        double[] deviations = Arrays.stream(values).map(value -> value - mean).toArray();
        return Vectors.scaled(deviations, 1 / Math.sqrt(Vectors.dot(deviations, deviations)));
    }
}
