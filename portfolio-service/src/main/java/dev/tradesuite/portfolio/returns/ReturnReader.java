package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads daily returns. */
public interface ReturnReader {

    /**
     * Returns of days, both included.
     *
     * @param label empty for all; never mixed in one calculation unless that was asked for
     */
    record Wanted(Collection<String> codes, LocalDate from, LocalDate to, Optional<RunLabel> label) {

        public Wanted {
            codes = List.copyOf(codes);
        }
    }

    /** One entry for each strategy and label that has returns there, by code and label; what has none is absent. */
    List<StrategyReturns> read(Wanted wanted);
}
