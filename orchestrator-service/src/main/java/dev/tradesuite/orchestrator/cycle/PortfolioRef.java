package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.util.Locale;

/**
 * What the orchestrator knows of a portfolio.
 *
 * @param schedule interval or cron expression
 * @param sequence number of its latest change; a higher one is newer
 */
public record PortfolioRef(long id, String strategyType, PortfolioStatus status, String schedule, long sequence) {

    /** Whether its cycles run: those of a paused one value and settle what it holds. */
    public boolean hasCycles() {
        return status != PortfolioStatus.ARCHIVED;
    }

    /** The status in words, such as {@code paused}. */
    public String statusInWords() {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
