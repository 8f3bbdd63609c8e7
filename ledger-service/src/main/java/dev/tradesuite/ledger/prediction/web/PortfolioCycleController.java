package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.BeginCycleRequest;
import dev.tradesuite.contracts.ledger.CompleteCycleRequest;
import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.CycleStart;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.ledger.prediction.FencedRun;
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import dev.tradesuite.ledger.prediction.PortfolioOrderService;
import dev.tradesuite.ledger.prediction.WantedOrder;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the controller of a strategy writes during a cycle, and nobody else. Every call can be repeated. */
@RestController
@RequestMapping("/portfolios/{id}")
@Tag(name = "Cycles", description = "What the controller of a strategy writes during a cycle")
@PreAuthorize("hasAuthority('SCOPE_internal')")
class PortfolioCycleController {

    private final PortfolioCycleService cycles;
    private final PortfolioOrderService orders;
    private final ReportMapper reports;
    private final OrderMeter meter;
    private final Validator validator;
    private final Clock clock;

    PortfolioCycleController(
            PortfolioCycleService cycles,
            PortfolioOrderService orders,
            ReportMapper reports,
            OrderMeter meter,
            Validator validator,
            Clock clock) {
        this.cycles = cycles;
        this.orders = orders;
        this.reports = reports;
        this.meter = meter;
        this.validator = validator;
        this.clock = clock;
    }

    /** Begins a cycle, or finds it begun or completed. */
    @Operation(
            summary = "Begin a cycle",
            description =
                    "From here on the portfolio takes nothing from a run with a lower fence. A cycle that has been"
                            + " completed is answered with its report; nothing is to be done any more.")
    @PutMapping("/cycles/{cycle_id}")
    CycleStart begin(
            @PathVariable("id") @PortfolioId long id,
            @PathVariable("cycle_id") UUID cycleId,
            @Valid @RequestBody BeginCycleRequest request) {
        return start(cycles.begin(new FencedRun(id, cycleId, request.fence())));
    }

    /** Looks at what a cycle would begin with. */
    @Operation(summary = "What a cycle would begin with now; nothing begins")
    @GetMapping("/cycles/{cycle_id}/start")
    CycleStart look(@PathVariable("id") @PortfolioId long id, @PathVariable("cycle_id") UUID cycleId) {
        return start(cycles.look(id));
    }

    private CycleStart start(PortfolioCycleService.Opening opening) {
        return new CycleStart(
                PortfolioMapper.of(opening.portfolio()),
                PortfolioMapper.positions(opening.portfolio()),
                opening.report().map(reports::read).orElse(null),
                opening.orders().stream().map(PortfolioMapper::of).toList(),
                opening.past().stream()
                        .map(event -> new CycleStart.Resting(event.marketId(), event.at()))
                        .toList());
    }

    /** Takes everything a cycle wants of the books. */
    @Operation(
            summary = "Value, sell and buy, all at once",
            description =
                    "First the prices value and settle what is held, then the SELLs free cash, then the BUYs pass one"
                            + " reservation of risk-service and are booked in the order they stand in. Each order has"
                            + " a result of its own: a denial is one with status DENIED and the reasons, also for an"
                            + " order that is none (ORDER_NOT_VALID). Orders of one set are filled together or not at"
                            + " all. Repeating the call answers what stands.")
    @PostMapping("/cycles/{cycle_id}/orders")
    CycleOrders orders(
            @PathVariable("id") @PortfolioId long id,
            @PathVariable("cycle_id") UUID cycleId,
            @Valid @RequestBody CycleOrdersRequest request) {
        PortfolioOrderMapper.faultOf(request.label()).ifPresent(fault -> {
            throw ProblemException.invalid(List.of(fault));
        });
        requireSensible(request.prices());
        FencedRun run = new FencedRun(id, cycleId, request.fence());
        CycleBatch batch = new CycleBatch(run, request, validator, clock.instant());
        CycleOrders answer = batch.answer(orders.place(run, batch.batch()));
        answer.orders().forEach(meter::count);
        return answer;
    }

    /** Places a paper order. */
    @Operation(
            summary = "Place a paper order",
            description =
                    "One for each cycle, market and side: repeating it answers the order that stands. A BUY passes"
                            + " risk-service. A denial is an answer with status DENIED and the reasons, not an error.")
    @PostMapping("/orders")
    PortfolioOrder order(@PathVariable("id") @PortfolioId long id, @Valid @RequestBody PortfolioOrderRequest request) {
        List<FieldError> faults = PortfolioOrderMapper.faults(request);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        FencedRun run = new FencedRun(id, request.cycleId(), request.fence());
        WantedOrder wanted = new WantedOrder(PortfolioOrderMapper.terms(request), null);
        PortfolioOrderService.Result result = orders.place(run, PortfolioOrderService.Batch.of(wanted));
        PortfolioOrder order =
                PortfolioMapper.of(Objects.requireNonNull(result.orders().get(wanted.id(run))));
        meter.count(order);
        return order;
    }

    /** Takes in prices and outcomes of markets. */
    @Operation(
            summary = "Value the positions",
            description = "Prices that are not newer change nothing. A position is settled when its price says what the"
                    + " venue resolved its outcome to, and only then.")
    @PostMapping("/prices")
    MarkedPrices prices(@PathVariable("id") @PortfolioId long id, @Valid @RequestBody MarkPricesRequest request) {
        requireSensible(request.prices());
        PortfolioOrderService.Result result = orders.place(
                new FencedRun(id, request.cycleId(), request.fence()),
                PortfolioOrderService.Batch.of(request.prices().stream()
                        .map(PortfolioOrderMapper::price)
                        .toList()));
        return new MarkedPrices(
                PortfolioMapper.of(result.portfolio()),
                PortfolioMapper.positions(result.portfolio()),
                result.settlements().stream()
                        .map(trade -> PortfolioMapper.of(id, trade))
                        .toList());
    }

    /** Completes a cycle. */
    @Operation(
            summary = "Complete a cycle",
            description = "Takes the snapshot of the day and stores the report with it. Its orders and its counts of"
                    + " trades, denied orders and settlements are those of the books, whatever was reported."
                    + " Repeating it answers the stored report.")
    @PostMapping("/cycles/{cycle_id}/complete")
    CycleReport complete(
            @PathVariable("id") @PortfolioId long id,
            @PathVariable("cycle_id") UUID cycleId,
            @Valid @RequestBody CompleteCycleRequest request) {
        CycleReport report = request.report();
        requireAbout(id, cycleId, report);
        return reports.read(cycles.complete(
                new FencedRun(id, cycleId, request.fence()), report.label(), facts -> reports.write(report, facts)));
    }

    /** The report of a cycle. */
    @Operation(summary = "The report of a cycle that was completed")
    @GetMapping("/cycles/{cycle_id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    CycleReport report(@PathVariable("id") @PortfolioId long id, @PathVariable("cycle_id") UUID cycleId) {
        return cycles.report(id, cycleId)
                .map(reports::read)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "Portfolio %d has no report of a cycle %s".formatted(id, cycleId)));
    }

    private static void requireSensible(List<MarkPricesRequest.Price> prices) {
        List<FieldError> faults = PortfolioOrderMapper.faultsOf(prices);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void requireAbout(long id, UUID cycleId, CycleReport report) {
        List<FieldError> errors = new ArrayList<>();
        if (!cycleId.equals(report.cycleId())) {
            errors.add(fault("report.cycle_id", "must be the cycle of the path, " + cycleId, report.cycleId()));
        }
        if (id != report.portfolioId()) {
            errors.add(fault("report.portfolio_id", "must be the portfolio of the path, " + id, report.portfolioId()));
        }
        PortfolioOrderMapper.faultOf(report.label())
                .ifPresent(wrong -> errors.add(fault("report.label", wrong.message(), report.label())));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static FieldError fault(String field, String message, @Nullable Object found) {
        return new FieldError(field, "NOT_VALID", message, found == null ? null : found.toString());
    }
}
