package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.strategy.selection.SignalWish;
import java.util.List;

/**
 * A cycle that has begun at the books, and remembers what became of its orders. Used by one thread.
 *
 * @param <R> a report as the books keep it
 */
public interface OpenCycle<R> {

    /** The portfolio at the beginning. */
    PortfolioState portfolio();

    /**
     * Trades, or says why not. Repeating a wish of the same cycle answers what became of the first one.
     *
     * @param label what the trade is
     */
    OrderResult order(SignalWish wish, RunLabel label);

    /**
     * Tells the prices of what is held.
     *
     * @return positions settled by them
     */
    int mark(List<HeldPrice> prices);

    /** Orders of the cycle so far that stand so, those of a run that broke off included. */
    int ordersThatAre(PortfolioOrder.Status status);

    /** Ends the cycle: the books take the snapshot and keep the report. */
    R complete(Report report);
}
