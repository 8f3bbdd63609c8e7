package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.JobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;

/** Tells the clients of this instance how far jobs are, whichever instance works on them. For one thread at a time. */
public final class JobProgressService {

    private static final int JOBS = 20;

    private final JobStore jobs;
    private final JobNews news;
    private Instant toldUntil;

    public JobProgressService(JobStore jobs, JobNews news, Clock clock) {
        this.jobs = jobs;
        this.news = news;
        this.toldUntil = clock.instant();
    }

    /** Tells of jobs that have come further since the last look. */
    public void look() {
        if (!news.isListenedTo()) {
            return;
        }
        Instant before = toldUntil;
        for (BookJob job : jobs.page(null, JOBS)) {
            Instant newest = job.parts().stream()
                    .map(part -> part.times().updated())
                    .max(Comparator.naturalOrder())
                    .orElse(job.createdAt());
            if (newest.isAfter(before)) {
                news.progressed(job, newest);
                toldUntil = newest.isAfter(toldUntil) ? newest : toldUntil;
            }
        }
    }
}
