package dev.tradesuite.ledger.account;

import java.util.List;
import java.util.Optional;

/** The accounts as stored. */
public interface Accounts {

    /**
     * Stores a new account.
     *
     * @return whether its id was free; otherwise nothing changes
     */
    boolean add(Account account);

    /** The account as of its last change. */
    Optional<Account> find(String id);

    /** Every account, by id. */
    List<Account> all();

    /** The account, which no one else can change before the transaction ends. */
    Optional<Account> lock(String id);

    /** Stores a change of an account that was locked in this transaction. */
    void save(Account account);

    /** Every open position. */
    List<Holding> holdings();

    /**
     * An account and an instrument it has a position of.
     *
     * @param accountId account
     * @param currency of the account
     * @param symbol instrument
     */
    record Holding(String accountId, String currency, String symbol) {}
}
