package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books of an account against the sum of its trades and what its broker holds. {@code GET
 * /api/v1/accounts/{id}/reconciliation}.
 *
 * @param accountId account
 * @param currency of every amount
 * @param balanced whether cash and every position are what the trades add up to, and what the broker holds
 * @param trades how many were added up
 * @param initialBalance cash at the start
 * @param realisedPnl sum of the profit realised by the trades
 * @param commission sum of their commission
 * @param cashFlow sum of its cash flows
 * @param expectedBalance initialBalance plus cashFlow plus realisedPnl minus commission
 * @param balance cash in the books
 * @param difference balance minus expectedBalance; 0 when balanced
 * @param brokerCompared whether the broker could be asked; otherwise only trades and books are compared
 * @param positions lots of every instrument traded or held
 */
public record Reconciliation(
        String accountId,
        String currency,
        boolean balanced,
        long trades,
        BigDecimal initialBalance,
        BigDecimal realisedPnl,
        BigDecimal commission,
        BigDecimal cashFlow,
        BigDecimal expectedBalance,
        BigDecimal balance,
        BigDecimal difference,
        boolean brokerCompared,
        List<SymbolLots> positions) {

    /**
     * Lots of one instrument, positive for bought and negative for sold.
     *
     * @param symbol instrument
     * @param tradedLots sum over the trades
     * @param heldLots of the open position, 0 without one
     * @param brokerLots at the broker; absent when it could not be asked
     * @param balanced whether they are the same
     */
    public record SymbolLots(
            String symbol,
            BigDecimal tradedLots,
            BigDecimal heldLots,
            @Nullable BigDecimal brokerLots,
            boolean balanced) {}
}
