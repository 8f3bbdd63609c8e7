package dev.tradesuite.portfolio.registry.store;

import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.access.BooksFinder;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose books the returns of a strategy tell of: who may not see the books does not find the strategy. */
@Component
final class JpaStrategyBooks implements BooksFinder {

    private final StrategyStore strategies;

    JpaStrategyBooks(StrategyStore strategies) {
        this.strategies = strategies;
    }

    @Override
    public String name() {
        return "strategy";
    }

    @Override
    public Optional<List<OwnedBooks>> find(String code) {
        return strategies.find(code).map(strategy -> books(strategy.source()));
    }

    private static List<OwnedBooks> books(StrategySource source) {
        return switch (source) {
            case StrategySource.AccountBooks(String id) -> List.of(OwnedBooks.account(id));
            case StrategySource.PortfolioBooks(long id) -> List.of(OwnedBooks.portfolio(id));
            case StrategySource.ModelAccount _, StrategySource.HeldInstrument _, StrategySource.Imported _ -> List.of();
        };
    }
}
