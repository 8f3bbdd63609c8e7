package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A cycle that has begun at ledger-service, which adds to the report what became of the orders. */
final class LedgerCycle implements OpenCycle<CycleReport> {

    /** What the books take of a question or a reason; venues set no limit to a question. */
    private static final int LONGEST_TEXT = 1000;

    /** What the books take of orders at once. */
    private static final int MOST_ORDERS = 1000;

    private final LedgerCycleApi api;
    private final CycleRequest request;
    private final PortfolioState portfolio;

    LedgerCycle(LedgerCycleApi api, CycleRequest request, PortfolioState portfolio) {
        this.api = api;
        this.request = request;
        this.portfolio = portfolio;
    }

    @Override
    public PortfolioState portfolio() {
        return portfolio;
    }

    @Override
    public void book(CycleIntents batch) {
        List<MarkPricesRequest.Price> prices =
                batch.prices().stream().map(LedgerCycle::price).toList();
        for (List<OrderIntent> part : parts(batch.intents())) {
            api.orders(
                    request.portfolioId(),
                    request.cycleId(),
                    new CycleOrdersRequest(
                            request.fence(),
                            batch.label(),
                            prices,
                            part.stream().map(LedgerCycle::order).toList()));
            prices = List.of();
        }
    }

    @Override
    public CycleReport complete(CycleSummary summary) {
        return api.complete(
                request.portfolioId(),
                request.cycleId(),
                new CompleteCycleRequest(request.fence(), CycleReportMapper.report(summary)));
    }

    /** One part nearly always; the legs of a set stay together. */
    private static List<List<OrderIntent>> parts(List<OrderIntent> intents) {
        List<List<OrderIntent>> parts = new ArrayList<>();
        int from = 0;
        while (intents.size() - from > MOST_ORDERS) {
            int until = from + MOST_ORDERS;
            while (until > from + 1 && ofOneSet(intents.get(until - 1), intents.get(until))) {
                until--;
            }
            parts.add(intents.subList(from, until));
            from = until;
        }
        parts.add(intents.subList(from, intents.size()));
        return parts;
    }

    private static boolean ofOneSet(OrderIntent one, OrderIntent next) {
        return one.set() != null && Objects.equals(one.set(), next.set());
    }

    private static CycleOrdersRequest.Order order(OrderIntent intent) {
        return new CycleOrdersRequest.Order(
                intent.side(),
                intent.marketId(),
                intent.question().isBlank() ? intent.marketId() : shortened(intent.question()),
                intent.outcome(),
                intent.stake(),
                intent.price(),
                intent.exitPrice(),
                intent.quotedAt(),
                intent.feePercent(),
                intent.set(),
                shortened(intent.reason()));
    }

    private static MarkPricesRequest.Price price(HeldPrice held) {
        return new MarkPricesRequest.Price(held.marketId(), held.outcome(), held.bid(), held.at(), held.payout());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
