package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.ledger.prediction.CycleDesk;
import dev.tradesuite.ledger.prediction.MarketPrice;
import dev.tradesuite.ledger.prediction.OrderDesk;
import dev.tradesuite.ledger.prediction.PriceDesk;
import dev.tradesuite.ledger.prediction.Run;
import dev.tradesuite.ledger.prediction.wire.PortfolioRecords;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the controller of a strategy writes during a cycle. Every call can be repeated. */
@RestController
@RequestMapping("/portfolios/{id}")
@Tag(name = "Cycles", description = "What the controller of a strategy writes during a cycle")
@PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
class CycleController {

    private final CycleDesk cycles;
    private final OrderDesk orders;
    private final PriceDesk prices;
    private final ReportText reports;
    private final OrderMeter meter;

    CycleController(CycleDesk cycles, OrderDesk orders, PriceDesk prices, ReportText reports, OrderMeter meter) {
        this.cycles = cycles;
        this.orders = orders;
        this.prices = prices;
        this.reports = reports;
        this.meter = meter;
    }

    /** Begins a cycle, or finds it begun or completed. */
    @Operation(
            summary = "Begin a cycle",
            description =
                    "From here on the portfolio takes nothing from a run with a lower fence. A cycle that has been"
                            + " completed is answered with its report; nothing is to be done any more.")
    @PutMapping("/cycles/{cycle_id}")
    CycleStart begin(
            @PathVariable("id") long id,
            @PathVariable("cycle_id") UUID cycleId,
            @Valid @RequestBody BeginCycleRequest request) {
        CycleDesk.Opening opening = cycles.begin(new Run(id, cycleId, request.fence()));
        return new CycleStart(
                PortfolioRecords.of(opening.portfolio()),
                PortfolioRecords.positions(opening.portfolio()),
                opening.report().map(reports::read).orElse(null),
                opening.resumed()
                        ? orders.ofCycle(id, cycleId).stream()
                                .map(PortfolioRecords::of)
                                .toList()
                        : List.of());
    }

    /** Places a paper order. */
    @Operation(
            summary = "Place a paper order",
            description =
                    "One for each cycle, market and side: repeating it answers the order that stands. A BUY passes"
                            + " risk-service. A denial is an answer with status DENIED and the reasons, not an error.")
    @PostMapping("/orders")
    PortfolioOrder order(@PathVariable("id") long id, @Valid @RequestBody PortfolioOrderRequest request) {
        return PortfolioRecords.of(meter.counted(
                orders.place(new Run(id, request.cycleId(), request.fence()), OrderReader.read(request))));
    }

    /** Takes in prices and outcomes of markets. */
    @Operation(
            summary = "Value the positions",
            description = "Prices that are not newer change nothing. A position is settled at 1 or 0 when its price"
                    + " names the winner, and only then.")
    @PostMapping("/prices")
    MarkedPrices prices(@PathVariable("id") long id, @Valid @RequestBody MarkPricesRequest request) {
        PriceDesk.Valuation valuation = prices.take(
                new Run(id, request.cycleId(), request.fence()),
                request.prices().stream()
                        .map(price -> new MarketPrice(
                                price.marketId(), price.outcome(), price.bid(), price.at(), price.winner()))
                        .toList());
        return new MarkedPrices(
                PortfolioRecords.of(valuation.portfolio()),
                PortfolioRecords.positions(valuation.portfolio()),
                valuation.settlements().stream()
                        .map(trade -> PortfolioRecords.of(id, trade))
                        .toList());
    }

    /** Completes a cycle. */
    @Operation(
            summary = "Complete a cycle",
            description = "Takes the snapshot of the day and stores the report with it; repeating it answers the stored"
                    + " report.")
    @PostMapping("/cycles/{cycle_id}/complete")
    CycleReport complete(
            @PathVariable("id") long id,
            @PathVariable("cycle_id") UUID cycleId,
            @Valid @RequestBody CompleteCycleRequest request) {
        CycleReport report = request.report();
        requireAbout(id, cycleId, report);
        return reports.read(cycles.complete(
                new Run(id, cycleId, request.fence()),
                report.label(),
                snapshot -> reports.write(report, PortfolioRecords.of(id, snapshot))));
    }

    private static void requireAbout(long id, UUID cycleId, CycleReport report) {
        List<FieldError> errors = new ArrayList<>();
        if (!cycleId.equals(report.cycleId())) {
            errors.add(fault("report.cycle_id", "must be the cycle of the path, " + cycleId, report.cycleId()));
        }
        if (id != report.portfolioId()) {
            errors.add(fault("report.portfolio_id", "must be the portfolio of the path, " + id, report.portfolioId()));
        }
        if (report.label() != RunLabel.PAPER && report.label() != RunLabel.SIMULATED) {
            errors.add(fault("report.label", "must be PAPER or SIMULATED", report.label()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static FieldError fault(String field, String message, @Nullable Object found) {
        return new FieldError(field, "NOT_VALID", message, found == null ? null : found.toString());
    }
}
