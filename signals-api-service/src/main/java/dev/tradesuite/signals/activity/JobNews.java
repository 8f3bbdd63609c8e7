package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.job.BookJob;
import java.time.Instant;

/** Tells how far jobs are. */
public interface JobNews {

    /** Whether anybody would hear of it. */
    boolean isListenedTo();

    /** A job has come further. */
    void progressed(BookJob job, Instant at);
}
