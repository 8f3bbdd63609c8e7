package dev.tradesuite.orchestrator.cycle;

import java.util.UUID;

/** Whether somebody may run a cycle. */
public sealed interface CycleClaim {

    /** It may be run, under the fence in it. */
    record Taken(Cycle cycle) implements CycleClaim {}

    /** The cycle ended already. */
    record Ended(Cycle cycle) implements CycleClaim {}

    /** This or another cycle of the portfolio is running. */
    record Busy(UUID running) implements CycleClaim {}

    /** The cycle belongs to another portfolio. */
    record Foreign(long portfolioId) implements CycleClaim {}
}
