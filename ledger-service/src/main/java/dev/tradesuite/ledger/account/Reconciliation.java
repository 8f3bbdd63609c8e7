package dev.tradesuite.ledger.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of an account against the sum of its trades, and against what its broker holds.
 *
 * @param accountId account
 * @param currency of every amount
 * @param trades how many were added up
 * @param initialBalance cash at the start
 * @param tradedPnl sum of the profit realised by the trades
 * @param tradedCommission sum of their commission
 * @param cashFlow sum of its cash flows
 * @param balance cash in the books
 * @param atBroker whether the broker said what it holds; without its word only trades and books are compared
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
        boolean atBroker,
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

    /** The same beside what the broker holds, by instrument. */
    Reconciliation with(Map<String, BigDecimal> brokerLots) {
        Map<String, Line> all = new TreeMap<>();
        lines.forEach(line -> all.put(line.symbol(), line));
        brokerLots.forEach((symbol, lots) -> {
            Line line = all.getOrDefault(symbol, new Line(symbol, BigDecimal.ZERO, BigDecimal.ZERO, null));
            all.put(symbol, new Line(symbol, line.tradedLots(), line.heldLots(), lots));
        });
        return new Reconciliation(
                accountId,
                currency,
                trades,
                initialBalance,
                tradedPnl,
                tradedCommission,
                cashFlow,
                balance,
                true,
                List.copyOf(all.values()));
    }

    /** Says whether cash and every position are what the trades add up to, and what the broker holds. */
    public boolean isBalanced() {
        return difference().signum() == 0 && lines.stream().allMatch(Line::isBalanced);
    }

    /**
     * Lots of one instrument, positive for bought, negative for sold.
     *
     * @param symbol instrument
     * @param tradedLots sum over the trades
     * @param heldLots of the open position
     * @param brokerLots at the broker; absent when it did not say
     */
    public record Line(String symbol, BigDecimal tradedLots, BigDecimal heldLots, @Nullable BigDecimal brokerLots) {

        public boolean isBalanced() {
            return tradedLots.compareTo(heldLots) == 0 && (brokerLots == null || brokerLots.compareTo(heldLots) == 0);
        }
    }
}
