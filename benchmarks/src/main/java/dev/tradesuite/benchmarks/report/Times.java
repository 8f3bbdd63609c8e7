package dev.tradesuite.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long calls of one kind took. Not for use by several threads at once. */
public final class Times {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();

    /** Adds the time of one call in nanoseconds. */
    public void add(long time) {
        nanos.add(time);
    }

    /** Number of calls. */
    public int count() {
        return nanos.size();
    }

    /** Half of the calls took at most this, in milliseconds. */
    public double p50() {
        return percentile(0.50);
    }

    /** 95 of 100 calls took at most this, in milliseconds. */
    public double p95() {
        return percentile(0.95);
    }

    /** 99 of 100 calls took at most this, in milliseconds. */
    public double p99() {
        return percentile(0.99);
    }

    /** The longest took this, in milliseconds. */
    public double most() {
        return percentile(1);
    }

    /** Nearest rank: the smallest time that at least this share of the calls did not exceed. */
    private double percentile(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("no call was timed");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / NANOS_PER_MILLI;
    }
}
