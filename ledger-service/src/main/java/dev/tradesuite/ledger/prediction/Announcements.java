package dev.tradesuite.ledger.prediction;

/** Tells the other services, once the transaction it is part of is committed. */
public interface Announcements {

    /** A portfolio was opened, or its settings or status changed. */
    void changed(Portfolio portfolio);

    /** Cash or marks changed without an order. */
    void valued(Portfolio portfolio);

    /** An order was filled. */
    void filled(Portfolio portfolio, PaperOrder order);

    void traded(Portfolio portfolio, Trade trade);

    void taken(Portfolio portfolio, Snapshot snapshot);

    /** An order came to nothing; what may be held for it is free again. */
    void closed(PaperOrder order, Denial why);
}
