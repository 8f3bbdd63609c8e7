package dev.tradesuite.orchestrator.cycle;

import org.jspecify.annotations.Nullable;

/** What became of a wish to run a cycle. */
public sealed interface CycleRunResult {

    /**
     * It ran, now or before; its status says how it ended.
     *
     * @param report of the controller, as JSON; absent when it did not succeed, or not now
     */
    record Ended(Cycle cycle, @Nullable String report) implements CycleRunResult {}

    /** It was not begun. */
    record Refused(CycleFailure why) implements CycleRunResult {}
}
