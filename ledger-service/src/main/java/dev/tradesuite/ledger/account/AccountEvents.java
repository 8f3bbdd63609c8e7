package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;

/** Tells the other services about a change, once the transaction it is part of is committed. */
public interface AccountEvents {

    /** An account was opened or marked. */
    void changed(Account account);

    /** An account changed by a fill. */
    void filled(Account account, OrderProgress fill);
}
