package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * The books of an account against the sum of its trades. {@code GET /api/v1/accounts/{id}/reconciliation}.
 *
 * @param accountId account
 * @param currency of every amount
 * @param balanced whether cash and every position are what the trades add up to
 * @param trades how many were added up
 * @param initialBalance cash at the start
 * @param realisedPnl sum of the profit realised by the trades
 * @param commission sum of their commission
 * @param cashFlow sum of its cash flows
 * @param expectedBalance initialBalance plus cashFlow plus realisedPnl minus commission
 * @param balance cash in the books
 * @param difference balance minus expectedBalance; 0 when balanced
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
        List<SymbolLots> positions) {

    /**
     * Lots of one instrument, positive for bought and negative for sold.
     *
     * @param symbol instrument
     * @param tradedLots sum over the trades
     * @param heldLots of the open position, 0 without one
     * @param balanced whether the two are the same
     */
    public record SymbolLots(String symbol, BigDecimal tradedLots, BigDecimal heldLots, boolean balanced) {}
}
