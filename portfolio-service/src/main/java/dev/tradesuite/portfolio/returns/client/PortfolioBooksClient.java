package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Portfolios of prediction-market positions, from their daily snapshots in ledger-service. A day without a cycle has no
 * snapshot and no end. What was paid in or out is what the value changed by beyond the profit.
 */
@Component
final class PortfolioBooksClient implements EquitySource {

    private static final int DAYS = 1_000;

    private final BooksHistoryApi ledger;

    PortfolioBooksClient(BooksHistoryApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.PortfolioBooks;
    }

    @Override
    public int days() {
        return DAYS;
    }

    @Override
    public Answer ends(StrategySource source, LocalDate from, LocalDate through) {
        return source instanceof StrategySource.PortfolioBooks(long id)
                ? SourceAnswers.of(() -> ends(id, through))
                : new Answer.Ends(List.of());
    }

    private List<DayEquity> ends(long id, LocalDate through) {
        return ledger.snapshots(id, DAYS).stream()
                .filter(snapshot -> !snapshot.day().isAfter(through))
                .map(PortfolioBooksClient::end)
                .toList();
    }

    private static DayEquity end(PortfolioSnapshot snapshot) {
        return new DayEquity(
                snapshot.day(),
                snapshot.value(),
                snapshot.value().subtract(snapshot.realisedPnl()).subtract(snapshot.floatingPnl()),
                snapshot.label());
    }
}
