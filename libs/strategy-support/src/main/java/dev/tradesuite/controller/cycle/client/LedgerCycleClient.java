package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins cycles at ledger-service. */
@Component
public final class LedgerCycleClient implements CycleBooks<CycleReport> {

    private final LedgerCycleApi api;

    LedgerCycleClient(LedgerCycleApi api) {
        this.api = api;
    }

    @Override
    public Beginning<CycleReport> begin(CycleRequest request) {
        CycleStart start = api.begin(request.portfolioId(), request.cycleId(), new BeginCycleRequest(request.fence()));
        CycleReport report = start.report();
        return report == null
                ? new Beginning.Begun<>(new LedgerCycle(api, request, state(start.portfolio(), start.positions())))
                : new Beginning.Ended<>(CycleReportMapper.replayed(report));
    }

    private static PortfolioState state(Portfolio portfolio, List<MarketPosition> positions) {
        return new PortfolioState(
                portfolio.portfolioId(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.cash(),
                portfolio.strategyConfig(),
                positions.stream().map(LedgerCycleClient::position).toList());
    }

    private static OpenPosition position(MarketPosition position) {
        return new OpenPosition(
                position.marketId(),
                position.question(),
                position.outcome(),
                position.shares(),
                position.averagePrice(),
                position.openedAt());
    }
}
