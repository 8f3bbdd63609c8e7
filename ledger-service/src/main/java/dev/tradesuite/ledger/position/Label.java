package dev.tradesuite.ledger.position;

/** What kind of fill it is; an account books one kind and refuses the other. */
public enum Label {
    /** Filled by the paper broker or a venue's paper account. */
    PAPER,
    /** Settled in money at a venue. */
    LIVE
}
