package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.util.Arrays;

/**
 * Equity of an account over a period, oldest first. Immutable.
 *
 * <p>The first point is the start of the period: what the account had before the first return. Equity is above zero
 * there; it may fall to zero or below later, and then the capital is lost.
 */
public final class EquityCurve {

    private final long[] millis;
    private final double[] equity;

    private EquityCurve(long[] millis, double[] equity) {
        this.millis = millis;
        this.equity = equity;
    }

    /**
     * A curve of these points.
     *
     * @param epochMillis strictly ascending, the start of the period first
     * @param equity one for each time, finite, the first above zero
     */
    public static EquityCurve of(long[] epochMillis, double[] equity) {
        if (epochMillis.length != equity.length || equity.length == 0) {
            throw new IllegalArgumentException(
                    "a curve needs a start, and a value for each of its times: %d times, %d values"
                            .formatted(epochMillis.length, equity.length));
        }
        for (int i = 0; i < equity.length; i++) {
            if (!Double.isFinite(equity[i])) {
                throw new IllegalArgumentException("equity " + i + " must be finite, was " + equity[i]);
            }
            if (i > 0 && epochMillis[i] <= epochMillis[i - 1]) {
                throw new IllegalArgumentException("time " + i + " must be after the one before it");
            }
        }
        if (equity[0] <= 0) {
            throw new IllegalArgumentException("equity must be above zero at the start, was " + equity[0]);
        }
        return new EquityCurve(epochMillis.clone(), equity.clone());
    }

    /** Number of points, the start among them. */
    public int size() {
        return equity.length;
    }

    public Instant time(int index) {
        return Instant.ofEpochMilli(millis[index]);
    }

    public double equity(int index) {
        return equity[index];
    }

    /** Time of the first point. */
    public Instant start() {
        return time(0);
    }

    /** Time of the last point. */
    public Instant end() {
        return time(size() - 1);
    }

    /** Equity at the start. */
    public double first() {
        return equity[0];
    }

    /** Equity at the end. */
    public double last() {
        return equity[equity.length - 1];
    }

    /** Whether equity was ever zero or below. */
    public boolean isCapitalLost() {
        return Arrays.stream(equity).anyMatch(value -> value <= 0);
    }

    /** Return of the whole period, last / first - 1. */
    public Metric totalReturn() {
        return size() < 2 ? Metric.absent(MetricReason.NO_EQUITY) : Metric.of(last() / first() - 1);
    }

    /**
     * Returns from the last point of one stretch to the last point of the next that has one; where the market was
     * closed and there are no points, there are no returns either. Their product is the return of the period.
     *
     * @param dayEnd where days end; hours are those of UTC
     * @throws IllegalStateException when the capital is lost
     */
    public ReturnSeries returns(ReturnInterval interval, DayEnd dayEnd) {
        if (isCapitalLost()) {
            throw new IllegalStateException("a curve that falls to zero has no returns from there on");
        }
        long[] ends = new long[size()];
        double[] returns = new double[size()];
        int count = 0;
        double before = first();
        for (int i = 1; i < size(); i++) {
            Instant end = interval.endOf(time(i), dayEnd);
            boolean isLastOfStretch =
                    i == size() - 1 || !interval.endOf(time(i + 1), dayEnd).equals(end);
            if (isLastOfStretch) {
                ends[count] = millis[i];
                returns[count] = equity[i] / before - 1;
                before = equity[i];
                count++;
            }
        }
        return new ReturnSeries(interval, Arrays.copyOf(ends, count), Arrays.copyOf(returns, count));
    }
}
