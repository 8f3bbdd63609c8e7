package dev.tradesuite.ledger.account;

import java.util.function.Supplier;

/** Does several things together or not at all; joins the transaction that is under way, if there is one. */
public interface UnitOfWork {

    <T> T inTransaction(Supplier<T> work);
}
