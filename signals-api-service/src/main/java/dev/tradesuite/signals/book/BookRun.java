package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.FillCosts;
import java.util.Optional;
import java.util.Set;

/**
 * A run that bars are booked in.
 *
 * @param id 0 for the live one
 * @param strategies codes of those that have an account; empty: all that say something
 * @param costs of a fill; empty: those of the table
 */
public record BookRun(long id, Set<String> strategies, Optional<FillCosts> costs) {

    /** The run of the bars that close now, and of those that were missed. */
    public static final BookRun LIVE = new BookRun(0, Set.of(), Optional.empty());

    public BookRun {
        strategies = Set.copyOf(strategies);
    }

    boolean has(String strategyCode) {
        return strategies.isEmpty() || strategies.contains(strategyCode);
    }
}
