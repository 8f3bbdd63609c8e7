package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.util.List;
import java.util.stream.Stream;

/** The report of a cycle as the books keep it. */
final class CycleReportMapper {

    private CycleReportMapper() {}

    /** The summary of a cycle; the books add its orders, what they came to, and the snapshot. */
    static CycleReport report(CycleSummary summary) {
        return report(summary, false);
    }

    /** The summary of a cycle that traded nothing. */
    static CycleReport dryRun(CycleSummary summary) {
        return report(summary, true);
    }

    private static CycleReport report(CycleSummary summary, boolean dryRun) {
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
                        0,
                        0,
                        0),
                summary.filters().stream()
                        .map(count -> new CycleReport.Filter(
                                count.filter(),
                                count.dropped(),
                                count.nearest().stream()
                                        .map(near -> skipped(near.id(), near.title(), near.why()))
                                        .toList()))
                        .toList(),
                summary.skipped().stream()
                        .map(market -> skipped(market.marketId(), market.question(), market.why()))
                        .toList(),
                summary.signals().stream().map(CycleReportMapper::signal).toList(),
                List.of(),
                null,
                summary.steps().stream()
                        .map(step -> new CycleReport.Step(step.name(), step.millis(), null))
                        .toList(),
                Stream.<List<Reason>>of(summary.markets().warnings(), summary.warnings())
                        .flatMap(List::stream)
                        .toList(),
                false,
                dryRun ? true : null);
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
                report.filters(),
                report.skipped(),
                report.signals(),
                report.orders(),
                report.snapshot(),
                report.steps(),
                report.warnings(),
                true,
                report.dryRun());
    }

    private static CycleReport.Skipped skipped(String id, String title, Miss why) {
        return new CycleReport.Skipped(id, title, why.filter(), why.found(), why.wanted());
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
