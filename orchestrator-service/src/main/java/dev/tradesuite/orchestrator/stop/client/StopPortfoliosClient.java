package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.ledger.LiquidatedPortfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.stop.StopAnswer;
import dev.tradesuite.orchestrator.stop.StopPortfolios;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Portfolios over HTTP. */
@Component
final class StopPortfoliosClient implements StopPortfolios {

    private static final int NOT_FOUND = 404;
    private static final int PAGE = 1000;
    private static final int MOST_POSITIONS = 10_000;

    private final StopPortfoliosApi api;

    StopPortfoliosClient(StopPortfoliosApi api) {
        this.api = api;
    }

    @Override
    public StopAnswer<List<Held>> find(TradingStop.Wish wish) {
        if (wish.accountId() == null) {
            return answer(this::all);
        }
        OptionalLong portfolio = wish.portfolio();
        return portfolio.isEmpty() ? new StopAnswer.Told<>(List.of()) : answer(() -> one(portfolio.getAsLong()));
    }

    /** Page by page; a portfolio that moves to another page meanwhile is still counted once. */
    private List<Held> all() {
        Map<Long, Held> found = new TreeMap<>();
        PortfolioPage page;
        int number = 0;
        do {
            page = api.list(number, PAGE);
            page.portfolios().stream()
                    .filter(portfolio -> portfolio.status() != PortfolioStatus.ARCHIVED)
                    .forEach(portfolio -> found.put(portfolio.portfolioId(), held(portfolio)));
            number++;
        } while (!page.portfolios().isEmpty() && (long) number * PAGE < page.total());
        return List.copyOf(found.values());
    }

    private List<Held> one(long id) {
        try {
            Portfolio portfolio = api.portfolio(id);
            return portfolio.status() == PortfolioStatus.ARCHIVED ? List.of() : List.of(held(portfolio));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private static Held held(Portfolio portfolio) {
        Integer unmarked = portfolio.unmarkedPositions();
        return new Held(
                portfolio.portfolioId(),
                portfolio.name(),
                portfolio.openPositions(),
                portfolio.positionsValue(),
                unmarked == null ? 0 : unmarked);
    }

    @Override
    public StopAnswer<List<Shares>> shares(long id) {
        return answer(() -> api.positions(id, MarketPosition.Status.OPEN, MOST_POSITIONS).stream()
                .map(position -> new Shares(position.marketId(), position.outcome(), position.shares()))
                .toList());
    }

    @Override
    public StopAnswer<Map<String, Reason>> sell(long id) {
        return answer(() -> left(api.liquidate(id)));
    }

    private static Map<String, Reason> left(LiquidatedPortfolio liquidated) {
        Map<String, Reason> left = new HashMap<>();
        liquidated.left().forEach(each -> left.put(each.marketId(), each.reason()));
        liquidated.orders().stream()
                .filter(order -> order.status() != PortfolioOrder.Status.FILLED)
                .forEach(order -> left.put(
                        order.marketId(),
                        order.reasons().stream().findFirst().orElseGet(TradeReason.STOP_UNFINISHED::reason)));
        return left;
    }

    private static <T> StopAnswer<T> answer(Supplier<T> question) {
        try {
            return new StopAnswer.Told<>(question.get());
        } catch (RemoteProblemException e) {
            return new StopAnswer.Unanswered<>(new Reason(
                    String.valueOf(e.problem().code()),
                    String.valueOf(e.problem().detail())));
        } catch (ServiceUnavailableException e) {
            return new StopAnswer.Unanswered<>(
                    TradeReason.STOP_PORTFOLIOS_UNKNOWN.reason(String.valueOf(e.getMessage())));
        }
    }
}
