package dev.tradesuite.signals.job;

import java.time.Instant;

/** Wakes one instance for each part that is to be worked on. */
@FunctionalInterface
public interface JobTimer {

    /** Has a part worked on from a moment on; with the transaction under way. */
    void set(JobPartKey key, Instant due);
}
