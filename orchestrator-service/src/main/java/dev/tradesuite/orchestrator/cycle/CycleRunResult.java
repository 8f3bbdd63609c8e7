package dev.tradesuite.orchestrator.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a wish to run a cycle. */
public sealed interface CycleRunResult {

    /** It was not begun, because this or another cycle of the portfolio is running. */
    record Busy(UUID running) implements CycleRunResult {}

    /** What is left once nobody waits any more. */
    sealed interface Settled extends CycleRunResult {}

    /**
     * It ran, now or before; its status says how it ended.
     *
     * @param report of the cycle, as JSON; absent when it did not succeed, or not now
     */
    record Ended(Cycle cycle, @Nullable String report) implements Settled {}

    /** It was not begun. */
    record Refused(CycleFailure why) implements Settled {}
}
