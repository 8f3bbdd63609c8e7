package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.strategy.CycleReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller needs to know at the beginning of a cycle.
 *
 * @param portfolio the portfolio
 * @param positions its open positions
 * @param report the report of the cycle when it has been completed already; absent otherwise
 */
public record CycleStart(Portfolio portfolio, List<MarketPosition> positions, @Nullable CycleReport report) {}
