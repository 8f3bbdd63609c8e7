package dev.tradesuite.risk.state;

/** Tells others about trading states. */
@FunctionalInterface
public interface StateEvents {

    /** Tells of a change together with the transaction it is made in. */
    void changed(StateEntry entry);
}
