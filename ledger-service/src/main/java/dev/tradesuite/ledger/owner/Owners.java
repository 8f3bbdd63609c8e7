package dev.tradesuite.ledger.owner;

import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;

/**
 * Keeps who owns what. Books that nobody opened, the account of the settings and those from before there were owners,
 * belong to the owner of the settings.
 */
public interface Owners extends OwnerSource {

    /** Makes somebody the owner; joins the transaction that is under way. */
    void set(OwnedBooks books, String owner);
}
