package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkPricesRequest.Price;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.OrderResult;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.Report;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cycle that has begun at ledger-service; remembers the orders for the report. */
final class PortfolioCycle implements OpenCycle<CycleReport> {

    /** What the books take of a question or a reason; venues set no limit to a question. */
    private static final int LONGEST_TEXT = 1000;

    /** What the books take of prices at once. */
    private static final int MOST_PRICES = 1000;

    private final LedgerApi api;
    private final CycleRequest request;
    private final PortfolioState portfolio;
    private final Map<UUID, PortfolioOrder> orders = new LinkedHashMap<>();

    /** @param earlier orders a run of the same cycle has left that broke off */
    PortfolioCycle(LedgerApi api, CycleRequest request, PortfolioState portfolio, List<PortfolioOrder> earlier) {
        this.api = api;
        this.request = request;
        this.portfolio = portfolio;
        earlier.forEach(order -> orders.put(order.orderId(), order));
    }

    @Override
    public PortfolioState portfolio() {
        return portfolio;
    }

    /** One market the books cannot write down must not keep the portfolio from the others, cycle after cycle. */
    @Override
    public OrderResult order(SignalWish wish, RunLabel label) {
        try {
            PortfolioOrder order = taken(wish, label);
            orders.put(order.orderId(), order);
            return new OrderResult(
                    order.status(),
                    order.reasons().stream().map(Reason::message).collect(Collectors.joining(" ")));
        } catch (RemoteProblemException e) {
            if (ProblemCode.VALIDATION_FAILED.name().equals(e.problem().code())) {
                return new OrderResult(null, faults(e.problem()));
            }
            throw e;
        }
    }

    private PortfolioOrder taken(SignalWish wish, RunLabel label) {
        return api.order(
                request.portfolioId(),
                new PortfolioOrderRequest(
                        request.cycleId(),
                        request.fence(),
                        wish.side(),
                        wish.marketId(),
                        wish.question().isBlank() ? wish.marketId() : shortened(wish.question()),
                        wish.outcome(),
                        wish.stake(),
                        wish.price(),
                        wish.exitPrice(),
                        wish.feePercent(),
                        label,
                        shortened(wish.reason())));
    }

    private static String faults(Problem problem) {
        return problem.errors().isEmpty()
                ? String.valueOf(problem.detail())
                : problem.errors().stream()
                        .map(error -> "%s %s".formatted(error.field(), error.message()))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public int mark(List<HeldPrice> prices) {
        int settled = 0;
        for (int from = 0; from < prices.size(); from += MOST_PRICES) {
            List<Price> some = prices.subList(from, Math.min(from + MOST_PRICES, prices.size())).stream()
                    .map(PortfolioCycle::price)
                    .toList();
            // The books answer the settlements of the whole cycle each time.
            settled = api.prices(request.portfolioId(), new MarkPricesRequest(request.cycleId(), request.fence(), some))
                    .settlements()
                    .size();
        }
        return settled;
    }

    @Override
    public int ordersThatAre(PortfolioOrder.Status status) {
        return (int) orders.values().stream()
                .filter(order -> order.status() == status)
                .count();
    }

    @Override
    public CycleReport complete(Report report) {
        return api.complete(
                request.portfolioId(), request.cycleId(), new CompleteCycleRequest(request.fence(), onTheWire(report)));
    }

    private CycleReport onTheWire(Report report) {
        Report.Counts counts = report.counts();
        return new CycleReport(
                request.cycleId(),
                request.portfolioId(),
                report.strategy(),
                report.strategyVersion(),
                report.marketSource(),
                report.label(),
                report.startedAt(),
                report.endedAt(),
                new CycleReport.Counts(
                        counts.events(),
                        counts.eventsKept(),
                        counts.markets(),
                        counts.marketsKept(),
                        counts.signals(),
                        counts.openSlots(),
                        counts.trades(),
                        counts.denied(),
                        counts.settled()),
                report.signals().stream().map(PortfolioCycle::signal).toList(),
                List.copyOf(orders.values()),
                null,
                report.steps().stream()
                        .map(step -> new CycleReport.Step(step.name(), step.millis(), null))
                        .toList(),
                Stream.concat(
                                report.markets().warnings().stream(),
                                report.warnings().stream()
                                        .map(warning ->
                                                new Reason(warning.reason().name(), warning.message())))
                        .toList(),
                false);
    }

    private static CycleReport.Signal signal(SignalWish wish) {
        return new CycleReport.Signal(
                wish.marketId(),
                wish.question(),
                wish.outcome(),
                wish.side(),
                wish.price(),
                wish.confidence(),
                wish.reason());
    }

    private static Price price(HeldPrice held) {
        return new Price(held.marketId(), held.outcome(), held.bid(), held.at(), held.winner());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
