package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which sources the caller may see: everybody's, and the accounts and portfolios that are its own. */
final class VisibleSources implements Predicate<StrategySource> {

    private final Access access;
    private final Map<OwnedBooks.Kind, Optional<Set<String>>> own = new EnumMap<>(OwnedBooks.Kind.class);

    VisibleSources(Access access) {
        this.access = access;
    }

    @Override
    public boolean test(StrategySource source) {
        return switch (source) {
            case StrategySource.AccountBooks(String id) -> owns(OwnedBooks.account(id));
            case StrategySource.PortfolioBooks(long id) -> owns(OwnedBooks.portfolio(id));
            case StrategySource.ModelAccount _, StrategySource.HeldInstrument _, StrategySource.Imported _ -> true;
        };
    }

    /** The owners are asked for only when there is anything that has one. */
    private boolean owns(OwnedBooks books) {
        return own.computeIfAbsent(books.kind(), access::visible)
                .map(ids -> ids.contains(books.id()))
                .orElse(true);
    }
}
