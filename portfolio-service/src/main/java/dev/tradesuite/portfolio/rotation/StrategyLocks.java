package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the strategies a proposal is about, always in the order of their codes, so that nobody waits for another. */
final class StrategyLocks {

    private StrategyLocks() {}

    /**
     * Holds a strategy and the one that may take its place until the transaction under way has ended.
     *
     * @return whether both have the state the first one was read in
     */
    static boolean hold(StrategyStore strategies, RegisteredStrategy strategy, Optional<String> replacement) {
        return Stream.concat(Stream.of(strategy.code()), replacement.stream())
                .sorted()
                .map(strategies::lock)
                // All of them, also after one that has moved.
                .toList()
                .stream()
                .allMatch(one ->
                        one.filter(found -> found.state() == strategy.state()).isPresent());
    }
}
