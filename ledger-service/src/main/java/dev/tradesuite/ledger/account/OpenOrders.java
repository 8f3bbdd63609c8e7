package dev.tradesuite.ledger.account;

/** Asks whether orders of an account are open. */
@FunctionalInterface
public interface OpenOrders {

    /** Whether any order of the account has not ended. */
    boolean any(String accountId);
}
