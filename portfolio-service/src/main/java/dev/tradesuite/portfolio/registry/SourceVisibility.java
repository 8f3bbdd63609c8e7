package dev.tradesuite.portfolio.registry;

import java.util.function.Predicate;

/** Tells which sources a caller may see: everybody's, and the accounts and portfolios that are its own. */
@FunctionalInterface
public interface SourceVisibility {

    /** Whether the one who calls now may see a source; for one request. */
    Predicate<StrategySource> ofCaller();
}
