package dev.tradesuite.support.access;

import dev.tradesuite.support.client.RemoteProblemException;
import java.util.Optional;
import java.util.Set;

/** Asks ledger-service, which keeps the books of everybody. */
final class LedgerOwners implements OwnerSource {

    private static final int NOT_FOUND = 404;

    private final LedgerOwnersApi ledger;

    LedgerOwners(LedgerOwnersApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<String> ownerOf(OwnedBooks books) {
        try {
            return Optional.of(ledger.owner(books.kind().word(), books.id()).owner());
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> owners) {
        return ledger.owned(kind.word(), owners).ids();
    }
}
