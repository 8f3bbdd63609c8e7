package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.util.Arrays;

/** Returns of an equity curve, oldest first. Immutable. */
public final class ReturnSeries {

    private final ReturnInterval interval;
    private final long[] endMillis;
    private final double[] values;

    ReturnSeries(ReturnInterval interval, long[] endMillis, double[] values) {
        this.interval = interval;
        this.endMillis = endMillis;
        this.values = values;
    }

    /** Length of the stretches. */
    public ReturnInterval interval() {
        return interval;
    }

    public int size() {
        return values.length;
    }

    /** Time of the equity point a return ends with. */
    public Instant end(int index) {
        return Instant.ofEpochMilli(endMillis[index]);
    }

    /** A return: 0.02 is a gain of 2 %. */
    public double value(int index) {
        return values[index];
    }

    /** All returns. */
    public double[] values() {
        return values.clone();
    }

    /** The returns from one index up to another, that one left out. */
    double[] values(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
