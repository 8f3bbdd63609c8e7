package dev.tradesuite.portfolio.registry;

import java.util.List;

/** Keeps the registered strategies. */
public interface StrategyStore {

    /**
     * Strategies by code.
     *
     * @param after only those whose code comes after it; empty for all
     * @param most at most so many
     */
    List<RegisteredStrategy> list(String after, int most);
}
