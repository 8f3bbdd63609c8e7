package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;

/** What somebody answers whom a stop asks. */
public sealed interface StopAnswer<T> {

    /** The answer. */
    record Told<T>(T what) implements StopAnswer<T> {}

    /** Nobody answered, or not now. */
    record Unanswered<T>(Reason why) implements StopAnswer<T> {}
}
