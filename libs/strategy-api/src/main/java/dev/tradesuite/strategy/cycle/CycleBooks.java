package dev.tradesuite.strategy.cycle;

/**
 * The books of all portfolios, as a cycle needs them.
 *
 * @param <R> a report as the books keep it
 */
public interface CycleBooks<R> {

    /** Begins the cycle, or says that it has ended before. Repeating it is harmless. */
    Beginning<R> begin(CycleRequest request);

    /**
     * How a cycle begins.
     *
     * @param <R> a report as the books keep it
     */
    sealed interface Beginning<R> {

        /**
         * It has ended before.
         *
         * @param report what is kept of it
         */
        record Ended<R>(R report) implements Beginning<R> {}

        /**
         * It is open.
         *
         * @param cycle takes its orders
         */
        record Begun<R>(OpenCycle<R> cycle) implements Beginning<R> {}
    }
}
