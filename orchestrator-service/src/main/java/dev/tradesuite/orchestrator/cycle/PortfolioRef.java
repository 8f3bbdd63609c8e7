package dev.tradesuite.orchestrator.cycle;

/**
 * What the orchestrator knows of a portfolio.
 *
 * @param active whether its cycles run
 * @param status in words, such as {@code paused}
 * @param schedule interval or cron expression
 * @param sequence number of its latest change; a higher one is newer
 */
public record PortfolioRef(
        long id, String strategyType, boolean active, String status, String schedule, long sequence) {}
