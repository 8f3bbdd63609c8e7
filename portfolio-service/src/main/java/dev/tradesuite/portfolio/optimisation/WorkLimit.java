package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds how many computations run at the same time, so that large ones cannot freeze the service. */
public final class WorkLimit {

    private final Semaphore places;
    private final Duration patience;

    /** @param patience how long a request waits for a place before it is refused */
    public WorkLimit(int parallel, Duration patience) {
        this.places = new Semaphore(parallel, true);
        this.patience = patience;
    }

    /**
     * Does the work when there is a place.
     *
     * @throws ProblemException RATE_LIMITED when there is none in time
     */
    <T> T run(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(
                        ProblemCode.RATE_LIMITED, "Other computations are running; try again when they are done");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.RATE_LIMITED, "The service is stopping");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
