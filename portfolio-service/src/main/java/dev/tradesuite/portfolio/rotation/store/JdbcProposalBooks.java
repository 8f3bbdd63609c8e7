package dev.tradesuite.portfolio.rotation.store;

import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.access.BooksFinder;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose books the strategy of a proposal tells of: who may not see the books does not find the proposal. */
@Component
final class JdbcProposalBooks implements BooksFinder {

    private final JdbcClient jdbc;

    JdbcProposalBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "rotation_proposal";
    }

    @Override
    public Optional<List<OwnedBooks>> find(String id) {
        return jdbc.sql(
                        """
                        SELECT source
                          FROM rotation_proposal proposal JOIN strategy ON code = proposal.strategy
                         WHERE proposal.id = :id
                        """)
                .param("id", UUID.fromString(id))
                .query(String.class)
                .optional()
                .flatMap(StrategySource::parse)
                .map(JdbcProposalBooks::books);
    }

    private static List<OwnedBooks> books(StrategySource source) {
        return switch (source) {
            case StrategySource.AccountBooks(String account) -> List.of(OwnedBooks.account(account));
            case StrategySource.PortfolioBooks(long portfolio) -> List.of(OwnedBooks.portfolio(portfolio));
            case StrategySource.ModelAccount _, StrategySource.HeldInstrument _, StrategySource.Imported _ -> List.of();
        };
    }
}
