package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The report of a cycle as it is stored, which is as it is sent. */
@Component
final class ReportMapper {

    private final JsonMapper json;

    ReportMapper(JsonMapper json) {
        this.json = json;
    }

    /** Writes the report; what the books know themselves stands in it as they know it, whatever was reported. */
    String write(CycleReport report, PortfolioCycleService.Facts facts) {
        return json.writeValueAsString(new CycleReport(
                report.cycleId(),
                report.portfolioId(),
                report.strategy(),
                report.strategyVersion(),
                report.marketSource(),
                report.label(),
                report.startedAt(),
                report.endedAt(),
                counts(report.counts(), facts),
                report.filters(),
                report.skipped(),
                report.signals(),
                facts.orders().stream().map(PortfolioMapper::of).toList(),
                PortfolioMapper.of(report.portfolioId(), facts.snapshot()),
                report.steps(),
                report.warnings(),
                report.replayed(),
                null));
    }

    private static CycleReport.Counts counts(CycleReport.Counts reported, PortfolioCycleService.Facts facts) {
        return new CycleReport.Counts(
                reported.events(),
                reported.eventsKept(),
                reported.markets(),
                reported.marketsKept(),
                reported.signals(),
                reported.openSlots(),
                ordersThatAre(PortfolioOrder.Status.FILLED, facts.orders()),
                ordersThatAre(PortfolioOrder.Status.DENIED, facts.orders()),
                facts.settled());
    }

    private static int ordersThatAre(PortfolioOrder.Status status, List<OutcomeOrder> orders) {
        return (int) orders.stream().filter(order -> order.status() == status).count();
    }

    CycleReport read(String stored) {
        return json.readValue(stored, CycleReport.class);
    }
}
