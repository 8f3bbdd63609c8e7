package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.ledger.prediction.LiquidationService;
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Writes a liquidation as the report of a cycle: no market was read, and everything else is known by the books. */
@Component
final class LiquidationReport implements BiFunction<LiquidationService.Sales, PortfolioCycleService.Facts, String> {

    private static final CycleReport.Counts NOTHING_READ = new CycleReport.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final ReportMapper reports;
    private final Clock clock;

    LiquidationReport(ReportMapper reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String apply(LiquidationService.Sales sales, PortfolioCycleService.Facts facts) {
        Instant now = clock.instant();
        double millis = Duration.between(sales.startedAt(), now).toNanos() / 1e6;
        CycleReport report = new CycleReport(
                sales.run().cycleId(),
                sales.run().portfolioId(),
                sales.strategyType(),
                "liquidation",
                "newest bids in the books",
                sales.label(),
                sales.startedAt(),
                now,
                NOTHING_READ,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(new CycleReport.Step("liquidate", millis, null)),
                sales.left().stream().map(LiquidationReport::warning).toList(),
                false,
                null);
        return reports.write(report, facts);
    }

    private static Reason warning(LiquidationService.Left left) {
        return new Reason(
                left.reason().code(),
                "market %s: %s"
                        .formatted(
                                left.position().market().marketId(),
                                left.reason().message()));
    }
}
