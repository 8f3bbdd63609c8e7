package dev.tradesuite.contracts.cycle;

/** What asked for a cycle. */
public enum CycleTrigger {
    /** The schedule of the portfolio. */
    SCHEDULE,
    /** {@code POST /orchestrator/run-portfolio-cycle}. */
    REQUEST,
    /** {@code POST /orchestrator/run-all-portfolios}. */
    RUN_ALL
}
