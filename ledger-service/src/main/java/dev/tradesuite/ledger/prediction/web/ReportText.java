package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.strategy.CycleReport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The report of a cycle as it is stored, which is as it is sent. */
@Component
final class ReportText {

    private final JsonMapper json;

    ReportText(JsonMapper json) {
        this.json = json;
    }

    /** Writes the report with the snapshot in it. */
    String write(CycleReport report, PortfolioSnapshot snapshot) {
        return json.writeValueAsString(new CycleReport(
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
                snapshot,
                report.steps(),
                report.warnings(),
                report.replayed()));
    }

    CycleReport read(String stored) {
        return json.readValue(stored, CycleReport.class);
    }
}
