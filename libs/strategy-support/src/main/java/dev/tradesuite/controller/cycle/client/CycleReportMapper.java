package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The report of a cycle as the books keep it. */
final class CycleReportMapper {

    private CycleReportMapper() {}

    /**
     * The summary of a cycle with what the books have said of its orders.
     *
     * @param settled positions settled in the cycle
     */
    static CycleReport report(CycleSummary summary, Collection<PortfolioOrder> orders, int settled) {
        CycleSummary.Counts counts = summary.counts();
        return new CycleReport(
                summary.request().cycleId(),
                summary.request().portfolioId(),
                summary.strategy(),
                summary.strategyVersion(),
                summary.marketSource(),
                summary.label(),
                summary.startedAt(),
                summary.endedAt(),
                new CycleReport.Counts(
                        counts.events(),
                        counts.eventsKept(),
                        counts.markets(),
                        counts.marketsKept(),
                        counts.signals(),
                        counts.openSlots(),
                        standing(orders, PortfolioOrder.Status.FILLED),
                        standing(orders, PortfolioOrder.Status.DENIED),
                        settled),
                summary.signals().stream().map(CycleReportMapper::signal).toList(),
                List.copyOf(orders),
                null,
                summary.steps().stream()
                        .map(step -> new CycleReport.Step(step.name(), step.millis(), null))
                        .toList(),
                Stream.<List<Reason>>of(summary.markets().warnings(), summary.warnings())
                        .flatMap(List::stream)
                        .toList(),
                false);
    }

    /** A report that was kept, told again. */
    static CycleReport replayed(CycleReport report) {
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

    private static int standing(Collection<PortfolioOrder> orders, PortfolioOrder.Status status) {
        return (int) orders.stream().filter(order -> order.status() == status).count();
    }

    private static CycleReport.Signal signal(OrderIntent intent) {
        return new CycleReport.Signal(
                intent.marketId(),
                intent.question(),
                intent.outcome(),
                intent.side(),
                intent.price(),
                intent.confidence(),
                intent.reason());
    }
}
