package dev.tradesuite.orchestrator.cycle;

/** What became of a wish to run a cycle. */
public sealed interface Run {

    /** It ran, now or before; its status says how it ended. */
    record Ended(Cycle cycle) implements Run {}

    /** It was not begun. */
    record Refused(Failure why) implements Run {}
}
