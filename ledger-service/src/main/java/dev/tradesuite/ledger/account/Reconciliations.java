package dev.tradesuite.ledger.account;

import java.util.Optional;

/** Adds up the trades of an account to compare them with its books. */
public interface Reconciliations {

    /** The comparison at one moment; empty for an unknown account. */
    Optional<Reconciliation> of(String accountId);
}
