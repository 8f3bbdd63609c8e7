package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.signals.JobState;
import java.time.Instant;
import java.util.List;

/**
 * A job and how far it is.
 *
 * @param run that it writes
 * @param parts one for each symbol
 */
public record BookJob(long id, JobOrder order, long run, Instant createdAt, List<BookJobPart> parts) {

    public BookJob {
        parts = List.copyOf(parts);
    }

    /** Of the whole: what goes on somewhere, or else the worst any part came to. */
    public JobState state() {
        List<JobState> byWeight = List.of(
                JobState.RUNNING,
                JobState.WAITING,
                JobState.QUEUED,
                JobState.FAILED,
                JobState.CANCELLED,
                JobState.DONE);
        return byWeight.stream()
                .filter(state -> parts.stream().anyMatch(part -> part.state() == state))
                .findFirst()
                .orElse(JobState.DONE);
    }
}
