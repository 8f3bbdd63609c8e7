package dev.tradesuite.ledger.account;

import java.math.BigDecimal;
import java.util.List;

/**
 * The books of an account against the sum of its trades.
 *
 * @param accountId account
 * @param currency of every amount
 * @param trades how many were added up
 * @param initialBalance cash at the start
 * @param tradedPnl sum of the profit realised by the trades
 * @param tradedCommission sum of their commission
 * @param cashFlow sum of its cash flows
 * @param balance cash in the books
 * @param lines lots of every instrument traded or held
 */
public record Reconciliation(
        String accountId,
        String currency,
        long trades,
        BigDecimal initialBalance,
        BigDecimal tradedPnl,
        BigDecimal tradedCommission,
        BigDecimal cashFlow,
        BigDecimal balance,
        List<Line> lines) {

    public Reconciliation {
        lines = List.copyOf(lines);
    }

    /** The cash that trades and flows lead to: initial balance + flows + profit - commission. */
    public BigDecimal expectedBalance() {
        return initialBalance.add(cashFlow).add(tradedPnl).subtract(tradedCommission);
    }

    /** Cash in the books that nothing explains; 0 when the books are right. */
    public BigDecimal difference() {
        return balance.subtract(expectedBalance());
    }

    /** Says whether cash and every position are what the trades add up to. */
    public boolean isBalanced() {
        return difference().signum() == 0 && lines.stream().allMatch(Line::isBalanced);
    }

    /**
     * Lots of one instrument, positive for bought, negative for sold.
     *
     * @param symbol instrument
     * @param tradedLots sum over the trades
     * @param heldLots of the open position
     */
    public record Line(String symbol, BigDecimal tradedLots, BigDecimal heldLots) {

        public boolean isBalanced() {
            return tradedLots.compareTo(heldLots) == 0;
        }
    }
}
