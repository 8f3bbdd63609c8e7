package dev.tradesuite.contracts.cycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the cycles of a portfolio are due.
 *
 * @param active whether they are due at all
 * @param schedule an interval such as {@code PT15M}, or a cron expression with a zone or in UTC
 * @param lastDueAt when a cycle was due last; absent before the first
 * @param nextDueAt when one is due next; absent when none is
 */
public record ScheduledPortfolio(
        long portfolioId,
        String strategyType,
        boolean active,
        String schedule,
        @Nullable Instant lastDueAt,
        @Nullable Instant nextDueAt) {}
