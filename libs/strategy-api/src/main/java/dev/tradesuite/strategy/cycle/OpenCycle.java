package dev.tradesuite.strategy.cycle;

/**
 * A cycle that has begun at the books, and remembers what became of its orders. Used by one thread.
 *
 * @param <R> a report as the books keep it
 */
public interface OpenCycle<R> {

    /** The portfolio at the beginning. */
    PortfolioState portfolio();

    /**
     * Settles and values what is held by its prices, then trades: the sales, then each purchase. Intents of one set are
     * traded together or not at all; any other that is refused does not keep the rest back. Repeating it in the same
     * cycle trades nothing again.
     *
     * @param batch not empty
     */
    void book(CycleIntents batch);

    /** Ends the cycle: the books take the snapshot and keep the report, with what became of the orders. */
    R complete(CycleSummary summary);
}
