package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an account was worth after one of its changes. {@code GET /api/v1/accounts/{id}/history}.
 *
 * @param sequence number of the change
 * @param at when it happened
 * @param cause what changed
 * @param label PAPER or LIVE
 * @param balance cash
 * @param netCashFlow deposits, dividends and interest less withdrawals and fees so far; equity less this is the profit
 *     and the initial balance
 * @param floatingPnl open profit of all positions at their marks
 * @param equity balance plus floatingPnl
 * @param marginUsed margin of all positions
 * @param equityAt time of the oldest mark the equity rests on
 */
public record EquityPoint(
        long sequence,
        Instant at,
        Cause cause,
        RunLabel label,
        BigDecimal balance,
        BigDecimal netCashFlow,
        BigDecimal floatingPnl,
        BigDecimal equity,
        BigDecimal marginUsed,
        Instant equityAt) {

    /** What changed an account. */
    public enum Cause {
        /** It was opened. */
        OPENED,
        /** A fill was booked. */
        FILL,
        /** Its positions were valued at newer prices. */
        MARK,
        /** Cash was paid in or out. */
        CASH_FLOW
    }
}
