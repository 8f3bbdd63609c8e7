package dev.tradesuite.signals.stream;

import java.util.Optional;

/** Knows where the returns of registered strategies come from. */
public interface StrategyBooks {

    /**
     * The source of a strategy, such as {@code account:main}; empty when there is no such strategy.
     *
     * <p>Throws a ServiceUnavailableException when that cannot be asked.
     */
    Optional<String> source(String code);
}
