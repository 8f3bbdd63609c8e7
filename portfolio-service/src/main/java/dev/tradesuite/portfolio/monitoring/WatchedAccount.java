package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An account as the books told of it.
 *
 * @param cash its amounts
 * @param positions what it holds; one for each symbol
 * @param holdings which strategy holds how much of that; what none is named for is nobody's
 * @param sequence a higher one is newer
 * @param updatedAt when it was so
 */
public record WatchedAccount(
        String id,
        String currency,
        RunLabel label,
        Cash cash,
        List<Position> positions,
        List<Holding> holdings,
        long sequence,
        Instant updatedAt) {

    public WatchedAccount {
        positions = List.copyOf(positions);
        holdings = List.copyOf(holdings);
    }

    /**
     * Amounts of an account.
     *
     * @param initialBalance cash at the start
     * @param netCashFlow paid in since, less what was paid out
     * @param balance cash
     * @param equity at the marks of the positions
     */
    public record Cash(BigDecimal initialBalance, BigDecimal netCashFlow, BigDecimal balance, BigDecimal equity) {}

    /**
     * What is held of an instrument.
     *
     * @param lots below 0 when short
     * @param mark price the equity rests on
     * @param markedAt when that was so
     * @param conversion from the quote currency to that of the account
     */
    public record Position(String symbol, BigDecimal lots, BigDecimal mark, Instant markedAt, BigDecimal conversion) {}

    /**
     * The part of a strategy in a position.
     *
     * @param lots below 0 when short
     */
    public record Holding(String strategy, String symbol, BigDecimal lots) {}
}
