package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;

/** Tells the other services about a change, once the transaction it is part of is committed. */
public interface AccountEvents {

    /** An account changed, but not by a fill. */
    void changed(Account account);

    /** An account changed by a fill. */
    void filled(Account account, OrderProgress fill);
}
