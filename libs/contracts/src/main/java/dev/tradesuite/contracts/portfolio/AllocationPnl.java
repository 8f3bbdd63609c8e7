package dev.tradesuite.contracts.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio of strategies has earned. {@code GET /api/v1/portfolio/pnl?account_id=}.
 *
 * @param accountId account
 * @param currency of every amount here
 * @param realised profit of everything that was closed
 * @param unrealised profit of everything that is open, at its marks
 * @param cashFlows deposits, dividends and interest less withdrawals and fees; no profit
 * @param commission paid
 * @param strategies by code; what no strategy holds is {@code unassigned}
 * @param asOf time of the oldest price it rests on
 */
public record AllocationPnl(
        String accountId,
        String currency,
        BigDecimal realised,
        BigDecimal unrealised,
        BigDecimal cashFlows,
        BigDecimal commission,
        List<StrategyEarnings> strategies,
        Instant asOf) {

    /**
     * What one strategy has earned.
     *
     * @param code of the strategy
     * @param realised profit of what it closed
     * @param unrealised profit of what it holds; absent when a part of that has no mark because strategies hold against
     *     one another
     * @param cashFlows it caused; no profit
     */
    public record StrategyEarnings(
            String code, BigDecimal realised, @Nullable BigDecimal unrealised, BigDecimal cashFlows) {}
}
