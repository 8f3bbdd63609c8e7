package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a portfolio.
 *
 * @param active whether cycles are due at all
 * @param schedule interval or cron expression
 * @param sequence of the portfolio's change this rests on
 * @param lastDueAt when a cycle was due last; absent before the first
 */
public record PortfolioSchedule(
        long portfolioId,
        String strategyType,
        boolean active,
        String schedule,
        long sequence,
        @Nullable Instant lastDueAt) {

    /** This schedule after the portfolio changed. */
    PortfolioSchedule changed(PortfolioRef portfolio) {
        return new PortfolioSchedule(
                portfolioId,
                portfolio.strategyType(),
                portfolio.hasCycles(),
                portfolio.schedule(),
                portfolio.sequence(),
                lastDueAt);
    }

    static PortfolioSchedule first(PortfolioRef portfolio) {
        return new PortfolioSchedule(
                portfolio.id(),
                portfolio.strategyType(),
                portfolio.hasCycles(),
                portfolio.schedule(),
                portfolio.sequence(),
                null);
    }
}
