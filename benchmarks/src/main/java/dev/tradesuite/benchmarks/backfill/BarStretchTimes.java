package dev.tradesuite.benchmarks.backfill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes of the first and the last bar of a stretch. */
record BarStretchTimes(Instant first, Instant last) {

    /** Bars that the suite writes in one transaction. */
    static final int BARS = 2000;

    /** Cuts bars into stretches as the suite does. */
    static List<BarStretchTimes> of(List<Instant> closes) {
        List<BarStretchTimes> stretches = new ArrayList<>();
        for (int i = 0; i < closes.size(); i += BARS) {
            stretches.add(new BarStretchTimes(closes.get(i), closes.get(Math.min(i + BARS, closes.size()) - 1)));
        }
        return stretches;
    }
}
