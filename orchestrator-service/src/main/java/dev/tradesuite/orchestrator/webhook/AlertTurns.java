package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.support.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets so many alerts be decided at once; the others wait for their turn, first come first served. All at once each
 * would be slower, and all of a burst could be late, above all on a machine that is still cold.
 */
public final class AlertTurns {

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;

    /**
     * @param atOnce alerts that are decided at the same time
     * @param mostWaiting alerts that may wait for their turn
     */
    AlertTurns(int atOnce, int mostWaiting) {
        this.free = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /**
     * Decides when it is its turn, or when its time is over: an entry is too late then and says so, an exit is made all
     * the same.
     *
     * @throws ProblemException when too many wait already; nothing was decided then
     */
    <T> T inTurn(Deadline deadline, Supplier<T> decision) {
        boolean itsTurn = hasCome(deadline);
        try {
            return decision.get();
        } finally {
            if (itsTurn) {
                free.release();
            }
        }
    }

    private boolean hasCome(Deadline deadline) {
        if (waiting.incrementAndGet() > mostWaiting + free.availablePermits()) {
            waiting.decrementAndGet();
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED,
                    "%d alerts wait to be decided already; nothing was done about this one, send it again"
                            .formatted(mostWaiting));
        }
        try {
            return free.tryAcquire(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }
}
