package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.List;

/**
 * The daily returns of one strategy under one label.
 *
 * @param days each day once, oldest first, the newest version of each
 */
public record StrategyReturns(String code, RunLabel label, List<DailyReturn> days) {

    public StrategyReturns {
        days = List.copyOf(days);
    }
}
