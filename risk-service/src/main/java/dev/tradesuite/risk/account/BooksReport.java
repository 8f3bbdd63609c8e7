package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An account as the books report it.
 *
 * @param accountId account
 * @param currency of the amounts
 * @param initialBalance cash it began with
 * @param netCashFlow cash paid in less cash paid out since then; no profit
 * @param archived whether it takes no orders any more
 * @param equity cash plus floating profit
 * @param equityAt time of the oldest mark that equity rests on
 * @param marginUsed margin of all positions
 * @param openStakes what positions paid in full are worth at their marks; they are not among the listed ones
 * @param positions open positions
 * @param sequence a higher one is newer
 * @param updatedAt time of the change it reports
 */
public record BooksReport(
        String accountId,
        String currency,
        BigDecimal initialBalance,
        BigDecimal netCashFlow,
        boolean archived,
        BigDecimal equity,
        Instant equityAt,
        BigDecimal marginUsed,
        BigDecimal openStakes,
        List<BookedPosition> positions,
        long sequence,
        Instant updatedAt) {

    public BooksReport {
        positions = List.copyOf(positions);
    }
}
