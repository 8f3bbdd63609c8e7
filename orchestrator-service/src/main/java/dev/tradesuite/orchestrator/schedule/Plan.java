package dev.tradesuite.orchestrator.schedule;

import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the schedule knows of a portfolio.
 *
 * @param active whether cycles are due at all
 * @param schedule interval or cron expression
 * @param sequence of the portfolio's change this rests on
 * @param lastDueAt when a cycle was due last; absent before the first
 */
public record Plan(
        long portfolioId,
        String strategyType,
        boolean active,
        String schedule,
        long sequence,
        @Nullable Instant lastDueAt) {

    /** The plan of a portfolio as it is now. */
    Plan of(PortfolioRef portfolio) {
        return new Plan(
                portfolioId,
                portfolio.strategyType(),
                portfolio.active(),
                portfolio.schedule(),
                portfolio.sequence(),
                lastDueAt);
    }

    static Plan first(PortfolioRef portfolio) {
        return new Plan(
                portfolio.id(),
                portfolio.strategyType(),
                portfolio.active(),
                portfolio.schedule(),
                portfolio.sequence(),
                null);
    }
}
