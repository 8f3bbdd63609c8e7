package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of the books with its open positions. {@code GET /api/v1/accounts/{id}}.
 *
 * @param id account
 * @param name for people
 * @param currency of every amount here
 * @param label PAPER or LIVE
 * @param status whether it takes orders
 * @param initialBalance cash at the start
 * @param netCashFlow deposits, dividends and interest less withdrawals and fees since the start; no profit
 * @param balance cash: initial balance plus net cash flow plus realised profit minus commission
 * @param floatingPnl open profit of all positions at their marks
 * @param equity balance plus floatingPnl
 * @param marginUsed margin of all positions: what their fills required
 * @param realisedPnl profit of closed lots so far, commission not counted
 * @param commissionPaid commission so far
 * @param positions open positions
 * @param holdings who holds them, strategy by strategy; absent where it is not known
 * @param sequence grows by one with every change; a higher one is newer
 * @param equityAt time of the oldest mark the equity rests on; the time of the last change when there are no positions
 * @param updatedAt time of the last change
 */
public record Account(
        String id,
        String name,
        String currency,
        RunLabel label,
        AccountStatus status,
        BigDecimal initialBalance,
        BigDecimal netCashFlow,
        BigDecimal balance,
        BigDecimal floatingPnl,
        BigDecimal equity,
        BigDecimal marginUsed,
        BigDecimal realisedPnl,
        BigDecimal commissionPaid,
        List<Position> positions,
        @Nullable List<StrategyHolding> holdings,
        long sequence,
        Instant equityAt,
        Instant updatedAt) {}
