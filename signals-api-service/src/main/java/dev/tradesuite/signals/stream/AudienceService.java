package dev.tradesuite.signals.stream;

import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whom news may reach: of an account its owner; of strategies on accounts and portfolios whoever owns all of
 * those, itself or by its groups, as lists have it; of other strategies every reader. What is about nothing anybody
 * knows reaches those alone who see all.
 */
public final class AudienceService {

    private final OwnerSource owners;
    private final StrategyBooks strategies;

    public AudienceService(OwnerSource owners, StrategyBooks strategies) {
        this.owners = owners;
        this.strategies = strategies;
    }

    /** Of an account. */
    public StreamAudience ofAccount(String accountId) {
        return ofAccounts(Set.of(accountId));
    }

    /** Of accounts: whoever owns all. */
    public StreamAudience ofAccounts(Collection<String> accountIds) {
        Set<String> names = new HashSet<>();
        for (String id : accountIds) {
            OwnedBooks books = OwnedBooks.account(id);
            Optional<String> owner = books.canExist() ? owners.ownerOf(books) : Optional.empty();
            if (owner.isEmpty()) {
                return StreamAudience.administrators();
            }
            names.add(owner.get());
        }
        return new StreamAudience.Owners(names);
    }

    /** Of strategies; of two whoever may hear of both. */
    public StreamAudience ofStrategies(List<String> codes) {
        return strategies
                .accounts(codes)
                .map(accounts -> accounts.isEmpty() ? new StreamAudience.Readers() : ofAccounts(accounts))
                .orElseGet(StreamAudience::administrators);
    }
}
