package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CyclePreview;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import org.springframework.stereotype.Component;

/** Begins cycles at ledger-service, and looks at portfolios there. */
@Component
public final class LedgerCycleClient implements CycleBooks<CycleReport>, CyclePreview<CycleReport> {

    private final LedgerCycleApi api;

    LedgerCycleClient(LedgerCycleApi api) {
        this.api = api;
    }

    @Override
    public Beginning<CycleReport> begin(CycleRequest request) {
        CycleStart start = api.begin(request.portfolioId(), request.cycleId(), new BeginCycleRequest(request.fence()));
        CycleReport report = start.report();
        return report == null
                ? new Beginning.Begun<>(new LedgerCycle(api, request, state(start)))
                : new Beginning.Ended<>(CycleReportMapper.replayed(report));
    }

    @Override
    public OpenCycle<CycleReport> look(CycleRequest request) {
        return new DryCycle(state(api.look(request.portfolioId(), request.cycleId())));
    }

    private static PortfolioState state(CycleStart start) {
        Portfolio portfolio = start.portfolio();
        return new PortfolioState(
                portfolio.portfolioId(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.cash(),
                portfolio.strategyConfig(),
                start.positions().stream().map(LedgerCycleClient::position).toList(),
                start.resting().stream()
                        .map(resting -> new RestingMarket(resting.marketId(), resting.since()))
                        .toList());
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
