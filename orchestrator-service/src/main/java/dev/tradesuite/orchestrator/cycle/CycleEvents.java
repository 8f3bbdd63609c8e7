package dev.tradesuite.orchestrator.cycle;

/** Tells the others about cycles, in the transaction of the change. */
public interface CycleEvents {

    /** A cycle ended, well or not. */
    void ended(Cycle cycle);
}
