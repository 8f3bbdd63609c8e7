package dev.tradesuite.strategy.cycle;

/**
 * Shows a portfolio to a cycle that is only to say what it would do.
 *
 * @param <R> a report
 */
@FunctionalInterface
public interface CyclePreview<R> {

    /** The portfolio as it is. What the cycle books goes nowhere, and its report is kept by nobody. */
    OpenCycle<R> look(CycleRequest request);
}
