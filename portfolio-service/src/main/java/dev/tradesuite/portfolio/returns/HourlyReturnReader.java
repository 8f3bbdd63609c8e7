package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads hourly returns, of the last forty days at most. */
@FunctionalInterface
public interface HourlyReturnReader {

    /**
     * One entry for each strategy and label that has returns of hours that ended after a moment, by code and label;
     * what has none is absent.
     *
     * @param label empty for all; never mixed in one calculation unless that was asked for
     */
    List<HourlyReturns> hours(Collection<String> codes, Instant after, Optional<RunLabel> label);
}
