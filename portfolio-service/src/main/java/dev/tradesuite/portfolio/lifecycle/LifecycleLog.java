package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.util.List;
import java.util.Optional;

/** Keeps every step, and never changes one. */
public interface LifecycleLog {

    /**
     * A step as it is kept.
     *
     * @param number grows with every step
     */
    record Numbered(long number, LifecycleStep step) {}

    /** Adds a step, in the transaction under way. */
    void add(LifecycleStep step);

    /**
     * Steps of a strategy, the newest first.
     *
     * @param before those with a lower number only; empty: from the newest
     * @param most at most so many
     */
    List<Numbered> steps(String code, Optional<Long> before, int most);

    /** The state before the strategy was suspended the last time; empty when it never was. */
    Optional<LifecycleState> suspendedFrom(String code);
}
