package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.Position;
import java.util.List;

/** Begins cycles at ledger-service. */
public final class LedgerBooks implements CycleBooks<CycleReport> {

    private final LedgerApi api;

    public LedgerBooks(LedgerApi api) {
        this.api = api;
    }

    @Override
    public Beginning<CycleReport> begin(CycleRequest request) {
        CycleStart start = api.begin(request.portfolioId(), request.cycleId(), new BeginCycleRequest(request.fence()));
        return start.report() == null
                ? new Beginning.Begun<>(
                        new PortfolioCycle(api, request, state(start.portfolio(), start.positions()), start.orders()))
                : new Beginning.Ended<>(replayed(start.report()));
    }

    private static PortfolioState state(Portfolio portfolio, List<MarketPosition> positions) {
        return new PortfolioState(
                portfolio.portfolioId(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.cash(),
                portfolio.strategyConfig(),
                positions.stream().map(LedgerBooks::position).toList());
    }

    private static Position position(MarketPosition position) {
        return new Position(
                position.marketId(),
                position.question(),
                position.outcome(),
                position.shares(),
                position.averagePrice(),
                position.openedAt());
    }

    private static CycleReport replayed(CycleReport report) {
        return new CycleReport(
                report.cycleId(),
                report.portfolioId(),
                report.strategy(),
                report.strategyVersion(),
                report.marketSource(),
                report.label(),
                report.startedAt(),
                report.endedAt(),
                report.counts(),
                report.signals(),
                report.orders(),
                report.snapshot(),
                report.steps(),
                report.warnings(),
                true);
    }
}
