package dev.tradesuite.contracts.cycle;

/** Where a cycle stands. */
public enum CycleStatus {
    /** Due; waits for an orchestrator. */
    REQUESTED,
    /** An orchestrator has it. */
    RUNNING,
    /** Ended well, with or without trades. */
    SUCCEEDED,
    /** Ended with an error; a repeat with its id is harmless. */
    FAILED,
    /** Not run, because the portfolio was paused or archived meanwhile. */
    SKIPPED
}
