package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.StrategyHolding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Stores holdings that changed, of an account that was locked in this transaction. */
    void saveHoldings(Account account, List<StrategyHolding> changed);

    /** Stores which orders reduce the positions of an account that was locked in this transaction. */
    void saveProtection(Account account);

    /** Accounts with an open position, by id. */
    Set<String> holders();

    /**
     * Accounts whose worth a new price may change.
     *
     * @param symbols instruments with a new price; those that hold one at another price that is not newer are meant
     * @param conversions positions whose conversion rate a new price is a part of
     */
    Set<String> concernedBy(Set<String> symbols, Set<Conversion> conversions);

    /**
     * Positions of an instrument in accounts of a currency that is not the one it is priced in.
     *
     * @param symbol instrument
     * @param currency of the accounts
     */
    record Conversion(String symbol, String currency) {}
}
