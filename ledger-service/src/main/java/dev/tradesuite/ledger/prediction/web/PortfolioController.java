package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.ArchivePortfolioRequest;
import dev.tradesuite.contracts.ledger.CreatePortfolioRequest;
import dev.tradesuite.contracts.ledger.LiquidatedPortfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.ledger.UpdatePortfolioRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.LiquidationService;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.ledger.prediction.PortfolioService;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.Portfolios;
import dev.tradesuite.ledger.prediction.PredictionSettings;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Portfolios, what they hold and what they did. */
@RestController
@RequestMapping("/portfolios")
@Tag(name = "Portfolios", description = "Portfolios of prediction-market positions")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PortfolioController {

    private static final int MOST_RECORDS = 10_000;

    private final PortfolioService portfolios;
    private final LiquidationService liquidations;
    private final PortfolioQueries queries;
    private final ConfigGate configs;
    private final String defaultSchedule;
    private final Clock clock;

    PortfolioController(
            PortfolioService portfolios,
            LiquidationService liquidations,
            PortfolioQueries queries,
            ConfigGate configs,
            PredictionSettings settings,
            Clock clock) {
        this.portfolios = portfolios;
        this.liquidations = liquidations;
        this.queries = queries;
        this.configs = configs;
        this.defaultSchedule = settings.defaultSchedule();
        this.clock = clock;
    }

    /** Opens a portfolio. */
    @Operation(
            summary = "Open a portfolio",
            description =
                    "The configuration is checked by the controller of the strategy; when that is offline the portfolio"
                            + " is opened with config_checked false, and each cycle checks again.")
    @PostMapping("/create")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ResponseEntity<Portfolio> create(@Valid @RequestBody CreatePortfolioRequest request, Principal person) {
        String schedule = Objects.requireNonNullElse(request.schedule(), defaultSchedule);
        requireSensible(schedule);
        Map<String, Object> config = Objects.requireNonNullElse(request.strategyConfig(), Map.of());
        PortfolioSetup setup =
                new PortfolioSetup(request.name(), config, configs.checked(request.strategyType(), config), schedule);
        Portfolio opened = PortfolioMapper.of(
                portfolios.open(request.strategyType(), request.initialBalance(), setup, person.getName()));
        return ResponseEntity.created(URI.create("/portfolios/" + opened.portfolioId()))
                .body(opened);
    }

    /**
     * Portfolios by number.
     *
     * @param status only those with it
     * @param strategyType only those of it
     * @param page from 0
     * @param limit most to a page
     */
    @Operation(summary = "List the portfolios by number")
    @GetMapping("/list")
    PortfolioPage list(
            @RequestParam(required = false) @Nullable PortfolioStatus status,
            @RequestParam(name = "strategy_type", required = false) @Nullable String strategyType,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        Portfolios.Page found = queries.list(new Portfolios.Filter(status, strategyType, page, limit));
        return new PortfolioPage(
                found.portfolios().stream().map(PortfolioMapper::of).toList(), found.total());
    }

    /** One portfolio as of its last change. */
    @Operation(summary = "One portfolio as of its last change")
    @GetMapping("/{id}")
    Portfolio get(@PathVariable("id") long id) {
        return PortfolioMapper.of(queries.get(id));
    }

    /** Changes the name, the configuration or the schedule. */
    @Operation(
            summary = "Change a portfolio; what is absent stays",
            description = "A strategy_config replaces the whole configuration, and is checked as at the opening.")
    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    Portfolio change(
            @PathVariable("id") long id, @Valid @RequestBody UpdatePortfolioRequest request, Principal person) {
        String schedule = request.schedule();
        if (schedule != null) {
            requireSensible(schedule);
        }
        Map<String, Object> config = request.strategyConfig();
        PortfolioService.Change.Config checked = config == null
                ? null
                : new PortfolioService.Change.Config(
                        config, configs.checked(queries.get(id).strategyType(), config));
        return PortfolioMapper.of(portfolios.change(
                id, new PortfolioService.Change(request.name(), checked, schedule), person.getName()));
    }

    /** It buys nothing. */
    @Operation(
            summary = "Let a portfolio buy nothing; repeating it is harmless",
            description = "Its cycles go on to value, sell and settle what it holds.")
    @PostMapping("/{id}/pause")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    Portfolio pause(@PathVariable("id") long id, Principal person) {
        return PortfolioMapper.of(portfolios.pause(id, person.getName()));
    }

    /** It buys again. */
    @Operation(summary = "Let a portfolio buy again; repeating it is harmless")
    @PostMapping("/{id}/resume")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    Portfolio resume(@PathVariable("id") long id, Principal person) {
        return PortfolioMapper.of(portfolios.resume(id, person.getName()));
    }

    /** Sells what it holds. */
    @Operation(
            summary = "Pause a portfolio and sell everything it holds",
            description = "At the newest bids its cycles have brought. What has no bid, or too old a one, stays and is"
                    + " listed under left. A trading state that denies the sales is obeyed. Repeating it sells what is"
                    + " still there.")
    @PostMapping("/{id}/liquidate")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    LiquidatedPortfolio liquidate(@PathVariable("id") long id, Principal person) {
        return PortfolioMapper.of(liquidations.liquidate(id, person.getName()));
    }

    /** Ends it for good. */
    @Operation(
            summary = "End a portfolio for good",
            description = "Final: it can be read and nothing else. A portfolio that holds positions is refused, unless"
                    + " liquidate is true and all of them can be sold.")
    @PostMapping("/{id}/archive")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    Portfolio archive(
            @PathVariable("id") long id,
            @RequestBody(required = false) @Nullable ArchivePortfolioRequest request,
            Principal person) {
        boolean liquidate = request != null && Boolean.TRUE.equals(request.liquidate());
        return PortfolioMapper.of(liquidations.archive(id, liquidate, person.getName()));
    }

    /** Positions of a portfolio, the newest first. */
    @Operation(summary = "Positions of a portfolio, the newest first")
    @GetMapping("/{id}/positions")
    List<MarketPosition> positions(
            @PathVariable("id") long id,
            @RequestParam(required = false) MarketPosition.@Nullable Status status,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.positions(id, status, limit).stream()
                .map(position -> PortfolioMapper.of(id, position))
                .toList();
    }

    /** Trades of a portfolio, the newest first. */
    @Operation(summary = "Trades of a portfolio, the newest first")
    @GetMapping("/{id}/trades")
    List<MarketTrade> trades(
            @PathVariable("id") long id, @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.trades(id, limit).stream()
                .map(trade -> PortfolioMapper.of(id, trade))
                .toList();
    }

    /** An order of a portfolio and what became of it. */
    @Operation(summary = "An order of a portfolio and what became of it")
    @GetMapping("/{id}/orders/{order_id}")
    PortfolioOrder placedOrder(@PathVariable("id") long id, @PathVariable("order_id") UUID orderId) {
        return queries.order(id, orderId)
                .map(PortfolioMapper::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "portfolio %d has no order %s".formatted(id, orderId)));
    }

    /** Worth of a portfolio at the end of each day, the oldest first. */
    @Operation(summary = "Worth of a portfolio on each day, the oldest first")
    @GetMapping("/{id}/snapshots")
    List<PortfolioSnapshot> snapshots(
            @PathVariable("id") long id, @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.snapshots(id, limit).stream()
                .map(snapshot -> PortfolioMapper.of(id, snapshot))
                .toList();
    }

    /** Who changed what of a portfolio, the oldest first. */
    @Operation(summary = "Who changed what of a portfolio, the oldest first")
    @GetMapping("/{id}/history")
    List<PortfolioChange> history(
            @PathVariable("id") long id, @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return queries.changes(id, limit).stream().map(PortfolioMapper::of).toList();
    }

    private void requireSensible(String schedule) {
        Schedules.faultOf(schedule, clock.instant()).ifPresent(fault -> {
            throw ProblemException.invalid(List.of(fault));
        });
    }
}
