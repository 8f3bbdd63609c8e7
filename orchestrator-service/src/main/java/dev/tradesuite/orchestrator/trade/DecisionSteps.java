package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs the steps of a decision: beside one another where they can, and no longer than the decision may take. */
final class DecisionSteps {

    private final ExecutorService threads;

    /** @param threads one for each task, such as virtual ones; they carry the trace of the request */
    DecisionSteps(ExecutorService threads) {
        this.threads = threads;
    }

    /** Starts a step beside the caller. */
    <T> Future<StepAnswer<T>> start(Supplier<StepAnswer<T>> step) {
        return threads.submit(step::get);
    }

    /** The answer of a step, or that it did not come in time. A step that comes too late is interrupted. */
    <T> StepAnswer<T> within(Deadline deadline, Supplier<StepAnswer<T>> step) {
        // Without a deadline there is no need for a thread of its own.
        return deadline.isNone() ? step.get() : await(start(step), deadline);
    }

    /** The answer of a step that was started. */
    <T> StepAnswer<T> await(Future<StepAnswer<T>> step, Deadline deadline) {
        try {
            return deadline.isNone()
                    ? step.get()
                    : step.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            step.cancel(true);
            return tooLate();
        } catch (CancellationException _) {
            return tooLate();
        } catch (InterruptedException _) {
            step.cancel(true);
            Thread.currentThread().interrupt();
            return tooLate();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    static <T> StepAnswer<T> tooLate() {
        return new StepAnswer.Missing<>(TradeReason.DEADLINE_PASSED.reason());
    }
}
