package dev.tradesuite.portfolio.rebalancing.store;

import dev.tradesuite.portfolio.rebalancing.RebalancingStore;
import dev.tradesuite.support.access.BooksFinder;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose account a rebalancing is about: who does not own it does not find the rebalancing. */
@Component
final class JdbcRebalancingBooks implements BooksFinder {

    private final RebalancingStore store;

    JdbcRebalancingBooks(RebalancingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "rebalancing";
    }

    @Override
    public Optional<List<OwnedBooks>> find(String id) {
        return store.find(UUID.fromString(id)).map(found -> List.of(OwnedBooks.account(found.account())));
    }
}
