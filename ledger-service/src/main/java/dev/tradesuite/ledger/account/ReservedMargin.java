package dev.tradesuite.ledger.account;

import java.math.BigDecimal;

/** Asks risk-service for the margin it holds for orders that are not in the books yet. */
@FunctionalInterface
public interface ReservedMargin {

    /**
     * Margin held for pending orders of the account, in its currency; never negative. Without an answer it throws, and
     * nothing is known.
     */
    BigDecimal of(String accountId);
}
