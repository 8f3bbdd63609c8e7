package dev.tradesuite.portfolio.lifecycle;

/** Tells others of steps. */
public interface LifecycleEvents {

    /** Together with the transaction under way. */
    void changed(LifecycleStep step);
}
