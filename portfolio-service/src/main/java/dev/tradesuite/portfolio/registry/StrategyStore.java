package dev.tradesuite.portfolio.registry;

import java.util.List;
import java.util.Optional;

/** Keeps the registered strategies. */
public interface StrategyStore {

    /**
     * Strategies by code.
     *
     * @param after only those whose code comes after it; empty for all
     * @param most at most so many
     */
    List<RegisteredStrategy> list(String after, int most);

    Optional<RegisteredStrategy> find(String code);

    /** As {@link #find}, and nobody else changes it until the transaction under way has ended. */
    Optional<RegisteredStrategy> lock(String code);

    /** Adds a strategy; false when its code is taken. */
    boolean add(RegisteredStrategy strategy);

    /** Stores a locked strategy as it is now, under the next version, and returns it. */
    RegisteredStrategy save(RegisteredStrategy strategy);
}
