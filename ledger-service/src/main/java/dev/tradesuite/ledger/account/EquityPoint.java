package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an account was worth after one of its changes.
 *
 * @param sequence number of the change
 * @param at when it happened
 * @param cause what changed
 * @param label PAPER or LIVE
 * @param balance cash
 * @param netCashFlow cash paid in less cash paid out so far, no profit
 * @param floatingPnl open profit
 * @param marginUsed margin of all positions
 * @param equityAt time of the oldest price the equity rests on
 */
public record EquityPoint(
        long sequence,
        Instant at,
        Cause cause,
        RunLabel label,
        BigDecimal balance,
        BigDecimal netCashFlow,
        BigDecimal floatingPnl,
        BigDecimal marginUsed,
        Instant equityAt) {

    /** The worth of the account now. */
    public static EquityPoint of(Account account, Cause cause) {
        return new EquityPoint(
                account.sequence(),
                account.updatedAt(),
                cause,
                account.label(),
                account.balance(),
                account.cash().netCashFlow(),
                account.floatingPnl(),
                account.marginUsed(),
                account.equityAt());
    }

    /** balance + floatingPnl. */
    public BigDecimal equity() {
        return balance.add(floatingPnl);
    }
}
