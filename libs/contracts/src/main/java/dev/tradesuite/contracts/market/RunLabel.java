package dev.tradesuite.contracts.market;

/** Where a signal, trade or equity point comes from; never left out. */
public enum RunLabel {
    /** Sent to a venue that settles in money. */
    LIVE,
    /** Filled by the paper broker or a venue's paper account. */
    PAPER,
    /** Computed on history for a past moment; cannot execute. */
    BACKTEST,
    /** Computed later over stored bars to fill a gap. */
    BACKFILL,
    /** Made by a simulator. */
    SIMULATED
}
